from lyceum.kernel.health import Check
from lyceum.web.status import readyz


def test_a_site_that_can_serve_is_ready(db, client):
    response = client.get("/readyz", HTTP_HOST="nobody.test")
    assert response.status_code == 200
    assert response.json()["checks"]["database"] == "ok"


def test_a_site_that_cannot_serve_says_so_and_tells_no_secret(db, client, monkeypatch):
    broken = Check("files", ok=False, sentence="/srv/files cannot be written", ms=1.0)
    monkeypatch.setattr(readyz, "ready", lambda: [broken])
    response = client.get("/readyz", HTTP_HOST="nobody.test")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "checks": {"files": "failing"}}
    assert b"/srv" not in response.content
