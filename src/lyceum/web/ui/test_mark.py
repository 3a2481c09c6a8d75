from django.urls import reverse


def test_everybody_gets_the_mark(cast, sign_in):
    response = sign_in(None).get(reverse("ui:mark"))
    assert response.status_code == 200
    assert response.content
