import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.kernel.mail.models import OutgoingMail

EMAIL, AGAIN = reverse("account_email"), reverse("account_reauthenticate")


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


def test_another_address_counts_once_its_mail_was_answered(cast, sign_in):
    client = sign_in(cast.amina)
    asked = client.post(EMAIL, {"action_add": "1", "email": "amina@new.example"})
    assert asked["Location"].startswith(AGAIN)
    assert not OutgoingMail.objects.exists()
    client.post(asked["Location"], {"password": "harbour-lights-1848", "next": EMAIL})
    mail = OutgoingMail.objects.get(to="amina@new.example")
    assert b"amina@new.example" in client.get(EMAIL).content
    cast.amina.user.refresh_from_db()
    assert cast.amina.user.email == "amina@harbour.test"
    link = re.search(r"http://harbour\.test(\S+)", mail.text)[1]
    assert client.post(link).status_code == 303
    cast.amina.user.refresh_from_db()
    assert cast.amina.user.email == "amina@new.example"
    told = OutgoingMail.objects.get(to="amina@harbour.test")
    assert "amina@new.example" in told.text


def test_an_open_session_alone_cannot_take_the_account_away(cast, sign_in):
    client = sign_in(cast.amina)
    client.post(EMAIL, {"action_add": "1", "email": "thief@example.org"})
    client.post(AGAIN, {"password": "guess", "next": EMAIL})
    assert not OutgoingMail.objects.filter(to="thief@example.org").exists()


def test_who_is_not_signed_in_is_sent_to_sign_in(cast, sign_in):
    assert sign_in(None).get(EMAIL)["Location"].startswith(reverse("account_login"))
