from django.urls import reverse


def test_an_institution_without_a_logo_has_none(cast, sign_in):
    assert sign_in(None).get(reverse("ui:logo")).status_code == 404
