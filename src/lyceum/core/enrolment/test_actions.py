from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lyceum.core.enrolment import actions
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.enrolment.queries import courses_known_to, items_known_to, people_in
from lyceum.core.people.actions import Invited
from lyceum.core.people.models import User
from lyceum.core.people.permissions import MayNot, abilities
from lyceum.core.people.queries import person_of
from lyceum.kernel import clock


def offer(cast, kind="open", **more):
    return actions.change_offering(cast.course, kind, by=cast.kofi, **more)


def names(course):
    return {row.person.name.split()[0].lower() for row in people_in(course)}


def test_whoever_makes_a_course_teaches_it(cast):
    course = actions.open_course("Waves", by=cast.kofi)
    assert [(row.person, row.role) for row in people_in(course)] == [(cast.kofi, "teacher")]


def test_staff_stand_before_learners_then_names_decide(cast):
    order = [row.person.name.split()[0] for row in people_in(cast.course)]
    assert order == ["Kofi", "Mira", "Amina", "Bruno"]


def test_an_open_course_can_be_joined_and_joining_twice_is_once(cast):
    offer(cast)
    first = actions.join_course(cast.course, by=cast.chen)
    assert actions.join_course(cast.course, by=cast.chen) == first
    assert "chen" in names(cast.course)


def test_a_code_opens_the_course_and_a_wrong_one_does_not(cast):
    code = offer(cast, "code").code
    with pytest.raises(actions.WrongCode):
        actions.join_course(cast.course, code="WRONG", by=cast.chen)
    assert actions.join_course(cast.course, code=code.lower(), by=cast.chen).role == "learner"


def test_a_course_by_invitation_is_not_known_to_strangers(cast):
    assert cast.course not in courses_known_to(cast.chen)
    with pytest.raises(MayNot):
        actions.join_course(cast.course, by=cast.chen)


def test_a_full_course_takes_nobody(cast):
    offer(cast, seats=2)
    with pytest.raises(actions.NoEntry, match="places"):
        actions.join_course(cast.course, by=cast.chen)


def test_leaving_keeps_the_row_and_coming_back_uses_it(cast):
    offer(cast)
    row = Enrolment.objects.get(course=cast.course, person=cast.amina)
    actions.end_enrolment(row, by=cast.amina)
    assert "amina" not in names(cast.course)
    assert actions.join_course(cast.course, by=cast.amina).pk == row.pk


def test_a_course_keeps_a_teacher(cast):
    row = Enrolment.objects.get(course=cast.course, person=cast.kofi)
    with pytest.raises(ValidationError, match="needs a teacher"):
        actions.end_enrolment(row, by=cast.kofi)
    with pytest.raises(ValidationError, match="needs a teacher"):
        actions.enrol_person(cast.course, cast.kofi, "learner", by=cast.kofi)


def test_inviting_somebody_who_is_here_enrols_them(cast):
    row = actions.invite_to_course(
        cast.course, "CHEN@harbour.test", "observer", by=cast.kofi, link="TOKEN"
    )
    assert isinstance(row, Enrolment)
    assert row.role == "observer"


def test_inviting_a_stranger_leads_into_the_course(cast):
    invited = actions.invite_to_course(
        cast.course, "zoe@example.org", "learner", by=cast.kofi, link="TOKEN"
    )
    assert isinstance(invited, Invited)
    user = User.objects.create_user("zoe@example.org")
    zoe = actions.accept_invitation(invited.invitation, user=user, name="Zoe")
    assert zoe.role == "member"
    assert "zoe" in names(cast.course)


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_bring_nobody_in_and_put_nobody_out(cast, who):
    by = getattr(cast, who)
    row = Enrolment.objects.select_related("course").get(course=cast.course, person=cast.bruno)
    for change in (
        lambda: actions.enrol_person(cast.course, cast.chen, "teacher", by=by),
        lambda: actions.end_enrolment(row, by=by),
        lambda: actions.change_offering(cast.course, "open", by=by),
        lambda: actions.invite_to_course(cast.course, "x@x.org", "learner", by=by, link="TOKEN"),
    ):
        with pytest.raises(MayNot):
            change()


def test_abilities_of_the_cast(cast):
    offer(cast)
    can = {
        who: abilities(getattr(cast, who), courses_known_to(getattr(cast, who)).get())
        for who in ("ruth", "kofi", "mira", "amina", "chen")
    }
    assert "edit" in can["ruth"] & can["kofi"]
    assert "see_people" in can["mira"]
    assert "edit" not in can["mira"]
    assert can["amina"] == {"preview", "view", "learn"}
    assert can["chen"] == {"preview"}
    assert not abilities(cast.olga, cast.course)


def test_a_course_known_to_somebody_brings_their_role_without_a_query(
    cast, django_assert_num_queries
):
    amina = person_of(cast.amina.user_id)
    with django_assert_num_queries(2):
        course = courses_known_to(amina).get(pk=cast.course.pk)
        assert "learn" in abilities(amina, course)


def test_learners_know_published_items_of_their_courses_only(cast):
    assert items_known_to(cast.amina).count() == 1
    assert not items_known_to(cast.chen).exists()
    assert not items_known_to(None).exists()


def test_an_offering_closes_after_it_opens(cast):
    now = clock.now()
    with pytest.raises(ValidationError):
        offer(cast, opens_at=now, closes_at=now - timedelta(days=1))
