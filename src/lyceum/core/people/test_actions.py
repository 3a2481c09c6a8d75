from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lyceum.core.people import actions
from lyceum.core.people.models import Person, Suspension, User
from lyceum.core.people.permissions import MayNot
from lyceum.core.people.queries import open_invitation
from lyceum.kernel import clock


def invite(by, **more):
    return actions.invite_person("Zoe@Example.org", by=by, link="https://x.test/i/TOKEN", **more)


def test_an_administrator_invites_and_the_reader_becomes_a_person(cast):
    invited = invite(cast.ruth, role="teacher")
    assert open_invitation(invited.token) == invited.invitation
    user = User.objects.create_user(invited.invitation.email)
    person = actions.accept_invitation(invited.invitation, user=user, name="Zoe")
    assert (person.role, person.email) == ("teacher", "zoe@example.org")
    assert open_invitation(invited.token) is None


def test_an_invitation_is_used_once(cast):
    invited = invite(cast.ruth)
    user = User.objects.create_user(invited.invitation.email)
    actions.accept_invitation(invited.invitation, user=user, name="Zoe")
    with pytest.raises(ValidationError, match="Ask for a new one"):
        actions.accept_invitation(invited.invitation, user=user, name="Zoe")


def test_an_invitation_grows_too_old(cast):
    invited = invite(cast.ruth)
    with clock.freeze(clock.now() + timedelta(days=15)):
        assert open_invitation(invited.token) is None


@pytest.mark.parametrize("who", ["kofi", "chen"])
def test_others_do_not_invite(cast, who):
    with pytest.raises(MayNot):
        invite(getattr(cast, who))


def test_security_19_nobody_gives_a_role_they_do_not_rule(cast):
    with pytest.raises(MayNot):
        actions.give_role(cast.kofi, "administrator", by=cast.kofi)
    with pytest.raises(ValidationError):
        actions.give_role(cast.kofi, "owner", by=cast.ruth)


def test_the_last_administrator_stays(cast):
    with pytest.raises(ValidationError, match="another administrator first"):
        actions.give_role(cast.ruth, "member", by=cast.ruth)
    actions.give_role(cast.kofi, "administrator", by=cast.ruth)
    actions.give_role(cast.ruth, "member", by=cast.ruth)
    assert Person.objects.get(pk=cast.ruth.pk).role == "member"


def test_suspending_twice_is_one_suspension_and_it_ends(cast):
    actions.suspend_person(cast.chen, reason="asked", by=cast.ruth)
    actions.suspend_person(cast.chen, by=cast.ruth)
    assert Suspension.objects.get().reason == "asked"
    actions.reinstate_person(cast.chen, by=cast.ruth)
    assert not Suspension.objects.exists()


def test_a_suspended_administrator_may_do_nothing(cast):
    actions.give_role(cast.kofi, "administrator", by=cast.ruth)
    actions.suspend_person(cast.kofi, by=cast.ruth)
    kofi = Person.objects.select_related("suspension").get(pk=cast.kofi.pk)
    with pytest.raises(MayNot):
        invite(kofi)


def test_an_administrator_elsewhere_may_do_nothing_here(cast):
    with pytest.raises(MayNot):
        actions.change_institution(cast.harbour, name="Taken", by=cast.olga)
    with pytest.raises(MayNot):
        actions.suspend_person(cast.amina, by=cast.olga)


def test_security_7_unknown_fields_are_refused(cast):
    with pytest.raises(ValidationError, match="role"):
        actions.change_profile(cast.amina, role="administrator", by=cast.amina)


def test_a_colour_is_six_digits(cast):
    with pytest.raises(ValidationError):
        actions.change_institution(cast.harbour, colour="red", by=cast.ruth)
