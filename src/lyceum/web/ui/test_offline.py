from django.urls import reverse


def test_everybody_gets_the_offline(cast, sign_in):
    response = sign_in(None).get(reverse("ui:offline"))
    assert response.status_code == 200
    assert response.content
