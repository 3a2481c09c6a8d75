import pytest
from django.urls import reverse

LANGUAGE, CATALOGUE = reverse("people:language"), reverse("catalogue:catalogue")


def test_a_language_is_kept_by_the_browser(cast, sign_in):
    client = sign_in(None)
    response = client.post(LANGUAGE, {"language": "es", "next": CATALOGUE})
    assert (response.status_code, response["Location"]) == (303, CATALOGUE)
    assert client.get(CATALOGUE)["Content-Language"] == "es"
    cookie = response.cookies["language"]
    assert (cookie["samesite"], bool(cookie["httponly"])) == ("Lax", True)


def test_a_language_is_kept_with_the_person(cast, sign_in):
    sign_in(cast.amina).post(LANGUAGE, {"language": "es"})
    cast.amina.refresh_from_db()
    assert cast.amina.language == "es"


def test_a_language_that_is_not_spoken_here_is_refused(cast, sign_in):
    response = sign_in(None).post(LANGUAGE, {"language": "tlh"})
    assert response.status_code in {400, 422}
    assert "language" not in response.cookies


@pytest.mark.parametrize("target", ["//e.test", "https://e.test", "javascript:alert(1)"])
def test_security_50_choosing_a_language_leads_to_no_other_site(cast, sign_in, target):
    response = sign_in(None).post(LANGUAGE, {"language": "es", "next": target})
    assert response["Location"] == reverse("account_login")
