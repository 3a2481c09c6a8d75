import json
import secrets
from datetime import timedelta

import pytest
from django.urls import reverse

from lyceum.core.people import actions
from lyceum.core.people.models import Invitation
from lyceum.core.people.rules import TOKEN_BYTES
from lyceum.kernel import clock

ACCEPTANCE = reverse("people:acceptance")


@pytest.fixture
def invited(cast):
    return actions.invite_person("zoe@example.org", by=cast.ruth, link="http://x.test/TOKEN")


def opened(client, token):
    return client.get(reverse("people:invitation", args=[token]))


def test_the_token_leaves_the_address_at_once(cast, sign_in, invited):
    response = opened(sign_in(None), invited.token)
    assert response["Location"] == ACCEPTANCE
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


def test_security_49_the_token_is_in_no_log(cast, sign_in, invited, capfd, caplog):
    client = sign_in(None)
    opened(client, invited.token)
    client.get(ACCEPTANCE)
    opened(client, "wrong" + invited.token)
    assert invited.token not in json.dumps([caplog.text, *capfd.readouterr()])


def test_a_used_an_old_and_an_unknown_token_get_the_same_sentence(cast, sign_in, invited):
    client = sign_in(None)
    unknown = opened(client, "never-written")
    assert unknown.status_code == 404
    assert b"cannot be used" in unknown.content
    with clock.freeze(clock.now() + timedelta(days=15)):
        assert opened(client, invited.token).status_code == 404
    actions.withdraw_invitation(invited.invitation, by=cast.ruth)
    assert opened(client, invited.token).status_code == 404


def test_a_token_opens_nothing_at_another_institution(cast, sign_in, invited):
    assert opened(sign_in(None, host="northgate.test"), invited.token).status_code == 404


def test_security_70_a_token_has_256_bits_and_is_kept_as_its_hash(cast, invited):
    others = {secrets.token_urlsafe(TOKEN_BYTES) for _ in range(10_000)}
    assert len(others) == 10_000
    assert TOKEN_BYTES * 8 >= 128
    assert len(invited.token) == len(next(iter(others)))
    row = Invitation.objects.filter(pk=invited.invitation.pk).values().get()
    assert all(invited.token not in str(value) for value in row.values())
