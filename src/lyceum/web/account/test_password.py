import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.core.people.actions import suspend_person
from lyceum.kernel.mail.models import OutgoingMail

OLD, NEW = "harbour-lights-1848", "a-lantern-in-the-fog"
RESET, HOME = reverse("account_reset_password"), reverse("home:home")
CHANGE = reverse("account_change_password")


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


def test_security_68_a_changed_password_ends_every_other_session(cast, sign_in):
    here, there = sign_in(cast.amina), sign_in(cast.amina)
    assert there.get(HOME).status_code == 200
    response = here.post(CHANGE, {"oldpassword": OLD, "password1": NEW})
    assert response["Location"] == reverse("people:profile")
    assert here.get(HOME).status_code == 200
    assert there.get(HOME).status_code == 302
    assert "was changed" in OutgoingMail.objects.get(to="amina@harbour.test").subject


def test_security_15_and_68_suspension_ends_a_live_session_within_one_request(cast, sign_in):
    client = sign_in(cast.amina)
    suspend_person(cast.amina, by=cast.ruth)
    assert client.get(HOME).status_code == 403
    assert client.post(reverse("account_logout")).status_code == 303


def test_the_present_password_is_asked_for(cast, sign_in):
    response = sign_in(cast.amina).post(CHANGE, {"oldpassword": "guess", "password1": NEW})
    assert response.status_code == 422
    assert b"not your present password" in response.content


def link_in_mail(to):
    mail = OutgoingMail.objects.get(to=to)
    return re.search(r"http://harbour\.test(\S+)", mail.text)[1]


def test_a_forgotten_password_is_reset_by_mail(cast, sign_in):
    client, elsewhere = sign_in(None), sign_in(cast.amina)
    assert client.post(RESET, {"email": "Amina@harbour.test"}).status_code == 303
    link = link_in_mail("amina@harbour.test")
    form = client.get(link)
    assert link.rpartition("-")[2] not in form["Location"]
    response = client.post(form["Location"], {"password1": NEW})
    assert response["Location"] == reverse("account_reset_password_from_key_done")
    assert elsewhere.get(HOME).status_code == 302
    cast.amina.user.refresh_from_db()
    assert cast.amina.user.check_password(NEW)
    again = sign_in(None).get(link, follow=True)
    assert b"does not work any more" in again.content


def test_a_weak_new_password_is_refused_and_the_old_one_stays(cast, sign_in):
    client = sign_in(None)
    client.post(RESET, {"email": "amina@harbour.test"})
    form = client.get(link_in_mail("amina@harbour.test"))["Location"]
    assert client.post(form, {"password1": "password"}).status_code == 422
    cast.amina.user.refresh_from_db()
    assert cast.amina.user.check_password(OLD)


def test_security_76_a_reset_for_nobody_looks_the_same_and_mails_that_there_is_none(cast, sign_in):
    client = sign_in(None)
    known = client.post(RESET, {"email": "amina@harbour.test"})
    unknown = client.post(RESET, {"email": "nobody@harbour.test"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    mail = OutgoingMail.objects.get(to="nobody@harbour.test")
    assert "http" not in mail.text


def test_security_65_asking_for_resets_ends_in_429(cast, sign_in):
    client = sign_in(None)
    statuses = [client.post(RESET, {"email": "amina@harbour.test"}).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]
    assert OutgoingMail.objects.filter(to="amina@harbour.test").count() == 5


def test_security_49_no_address_that_the_site_leads_to_holds_a_secret(cast, sign_in):
    client = sign_in(None)
    client.post(RESET, {"email": "amina@harbour.test"})
    link = link_in_mail("amina@harbour.test")
    secret = link.rpartition("-")[2]
    response = client.get(link, follow=True)
    assert all(secret not in url for url, _status in response.redirect_chain)
    assert secret.encode() not in response.content
    assert response["Referrer-Policy"] == "same-origin"
