def test_the_process_answers_without_institution_or_sign_in(db, client):
    response = client.get("/healthz", HTTP_HOST="nobody.test")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]
