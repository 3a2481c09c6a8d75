import pytest
from django.core.exceptions import ValidationError

from lyceum.core.courses import actions
from lyceum.core.courses.models import Course, Item
from lyceum.core.people.permissions import MayNot


def test_publishing_and_withdrawing_a_course(cast):
    actions.withdraw_course(cast.course, by=cast.kofi)
    assert Course.objects.get().state == "draft"
    actions.publish_course(cast.course, by=cast.kofi)
    actions.publish_course(cast.course, by=cast.kofi)
    assert Course.objects.get().state == "published"


def test_a_deleted_course_comes_back_whole(cast):
    actions.archive_course(cast.course, by=cast.kofi)
    assert Course.objects.get().state == "archived"
    actions.restore_course(cast.course, by=cast.kofi)
    assert Course.objects.get().state == "published"
    assert Item.objects.published().count() == 1


def test_a_copy_has_the_outline_and_no_people(cast):
    copy = actions.duplicate_course(cast.course, by=cast.kofi)
    assert copy.title == "Oceans and coasts (copy 2)"
    assert copy.state == "draft"
    assert [item.page.body for item in copy.items.all()] == ["<p>The Moon pulls.</p>"]
    assert not copy.enrolments.exists()


def test_a_course_cannot_end_before_it_starts(cast):
    with pytest.raises(ValidationError, match="before it starts"):
        actions.change_course(
            cast.course, starts_on="2026-09-01", ends_on="2026-08-01", by=cast.kofi
        )


@pytest.mark.parametrize("who", ["amina", "chen"])
def test_members_make_no_courses(cast, who):
    with pytest.raises(MayNot):
        actions.create_course("Mine", by=getattr(cast, who))


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_neither_change_nor_delete_a_course(cast, who):
    by = getattr(cast, who)
    for change in (
        lambda: actions.change_course(cast.course, title="X", by=by),
        lambda: actions.publish_course(cast.course, by=by),
        lambda: actions.archive_course(cast.course, by=by),
        lambda: actions.duplicate_course(cast.course, by=by),
    ):
        with pytest.raises(MayNot):
            change()
