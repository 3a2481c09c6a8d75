import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.core.people.actions import change_institution
from lyceum.core.people.models import Person, User
from lyceum.kernel.mail.models import OutgoingMail

SIGN_UP, LOGIN = reverse("account_signup"), reverse("account_login")
ZOE = {"name": "Zoe Marsh", "email": "Zoe@example.org", "password1": "tide-pools-at-noon"}


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


@pytest.fixture
def open_house(cast):
    change_institution(cast.harbour, sign_up="open", by=cast.ruth)


def test_sign_up_is_closed_unless_the_institution_opens_it(cast, sign_in):
    client = sign_in(None)
    assert b"by invitation" in client.get(SIGN_UP).content
    client.post(SIGN_UP, ZOE)
    assert not User.objects.filter(email="zoe@example.org").exists()
    assert b"Create an account" not in client.get(LOGIN).content


def test_zoe_signs_up_confirms_her_address_and_signs_in(cast, open_house, sign_in):
    client = sign_in(None)
    assert client.post(SIGN_UP, ZOE)["Location"] == reverse("account_email_verification_sent")
    person = Person.objects.get(user__email="zoe@example.org")
    assert (person.name, person.role) == ("Zoe Marsh", "member")
    early = client.post(LOGIN, {"login": ZOE["email"], "password": ZOE["password1"]})
    assert early["Location"] == reverse("account_email_verification_sent")
    mail = OutgoingMail.objects.filter(to="zoe@example.org").first()
    assert "Harbour College" in mail.subject
    link = re.search(r"http://harbour\.test(\S+)", mail.text)[1]
    fresh = sign_in(None)
    assert b"Yes, confirm" in fresh.get(link).content
    assert fresh.post(link).status_code == 303
    done = fresh.post(LOGIN, {"login": ZOE["email"], "password": ZOE["password1"]})
    assert done["Location"] == reverse("home:home")


def test_security_76_signing_up_twice_looks_like_signing_up_once(cast, open_house, sign_in):
    told = ZOE | {"email": "amina@harbour.test"}
    response = sign_in(None).post(SIGN_UP, told)
    assert response["Location"] == reverse("account_email_verification_sent")
    assert Person.objects.filter(user__email="amina@harbour.test").count() == 1
    assert "already" in OutgoingMail.objects.get(to="amina@harbour.test").subject


@pytest.mark.parametrize(
    ("field", "value"), [("password1", "short"), ("name", " \u200b "), ("email", "zoe")]
)
def test_what_cannot_be_used_is_said_beside_its_field(cast, open_house, sign_in, field, value):
    response = sign_in(None).post(SIGN_UP, ZOE | {field: value})
    assert response.status_code == 422
    assert f'id="id_{field}-error"'.encode() in response.content
    assert not Person.objects.filter(name="Zoe Marsh").exists()


def test_a_second_institution_gets_its_own_person_of_the_same_user(cast, open_house, sign_in):
    client = sign_in(None)
    client.post(LOGIN, {"login": "olga@northgate.test", "password": "harbour-lights-1848"})
    response = client.post(reverse("people:joining"), {"name": "Olga"}, follow=True)
    assert response.status_code == 200
    person = Person.objects.get(user=cast.olga.user)
    assert (person.institution, person.role) == (cast.harbour, "member")
