import pytest
from django.urls import reverse

from lyceum.core.people import actions
from lyceum.core.people.queries import open_invitation


@pytest.fixture
def invited(cast):
    return actions.invite_person("zoe@example.org", by=cast.ruth, link="http://x.test/TOKEN")


def withdraw(client, invited):
    return client.post(reverse("admin:withdrawal", args=[invited.invitation.pk]), follow=True)


def test_a_withdrawn_invitation_opens_nothing(cast, sign_in, invited):
    assert b"was withdrawn" in withdraw(sign_in(cast.ruth), invited).content
    assert open_invitation(invited.token) is None
    assert withdraw(sign_in(cast.ruth), invited).status_code == 404


def test_nobody_else_withdraws(cast, sign_in, invited):
    assert withdraw(sign_in(cast.kofi), invited).status_code == 403
    assert withdraw(sign_in(cast.olga), invited).status_code == 404
    assert open_invitation(invited.token)
