from django.urls import reverse

from lyceum.core.people.actions import change_institution
from lyceum.core.people.models import Person

JOINING, HOME = reverse("people:joining"), reverse("home:home")


def stranger(cast, sign_in):
    """Olga's user, signed in at Harbour, where she is no person."""
    client = sign_in(None)
    client.force_login(cast.olga.user, backend="lyceum.core.people.backends.PersonBackend")
    return client


def test_a_stranger_learns_that_people_come_by_invitation(cast, sign_in):
    client = stranger(cast, sign_in)
    page = client.get(HOME, follow=True)
    assert page.redirect_chain[-1][0] == JOINING
    assert b"by invitation" in page.content
    assert client.post(JOINING, {"name": "Olga"}).status_code == 422
    assert not Person.objects.filter(user=cast.olga.user).exists()


def test_a_stranger_joins_where_sign_up_is_open(cast, sign_in, django_assert_max_num_queries):
    change_institution(cast.harbour, sign_up="open", by=cast.ruth)
    client = stranger(cast, sign_in)
    with django_assert_max_num_queries(10):
        assert b"Join Harbour College" in client.get(JOINING).content
    assert client.post(JOINING, {"name": "Olga I."})["Location"] == HOME
    assert Person.objects.get(user=cast.olga.user).role == "member"


def test_a_person_is_led_home_and_who_is_not_signed_in_to_sign_in(cast, sign_in):
    assert sign_in(cast.amina).get(JOINING)["Location"] == HOME
    assert sign_in(None).get(JOINING).status_code == 302
