from django.urls import reverse

from lyceum.core.people.models import Suspension


def post(client, person, **data):
    return client.post(reverse("admin:suspension", args=[person.pk]), data, follow=True)


def test_a_suspended_person_is_out_at_once_and_comes_back_by_undo(cast, sign_in):
    ruth, amina = sign_in(cast.ruth), sign_in(cast.amina)
    page = post(ruth, cast.amina, reason="Asked for a break")
    assert b"Asked for a break" in page.content
    assert b'data-test="undo"' in page.content
    assert amina.get(reverse("home:home")).status_code == 403
    post(ruth, cast.amina, restore="1")
    assert amina.get(reverse("home:home")).status_code == 200


def test_nobody_else_suspends(cast, sign_in):
    assert post(sign_in(cast.kofi), cast.amina).status_code == 404
    assert post(sign_in(cast.amina), cast.amina).status_code == 403
    assert post(sign_in(cast.olga), cast.amina).status_code == 404
    assert not Suspension.objects.exists()


def test_nobody_suspends_themselves(cast, sign_in):
    assert b"cannot suspend yourself" in post(sign_in(cast.ruth), cast.ruth).content
    assert not Suspension.objects.exists()
