from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lyceum.core.courses import actions as courses
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.permissions import MayNot
from lyceum.core.record import actions
from lyceum.core.record.models import CourseProgress, LearningEvent, Unchangeable
from lyceum.core.record.queries import home_rows, passage_left, progress_of, quiet_learners
from lyceum.kernel import clock


@pytest.fixture
def amina(cast):
    return Enrolment.objects.select_related("course", "person").get(
        course=cast.course, person=cast.amina
    )


def add(cast, title, **changes):
    item = courses.create_item(cast.module, "page", title, by=cast.kofi)
    if changes:
        courses.change_item(item, by=cast.kofi, **changes)
    return courses.publish_item(item, by=cast.kofi)


def test_opening_a_page_is_recorded_and_done_where_opening_counts(cast, amina):
    progress = actions.record_view(amina, cast.page, by=cast.amina)
    assert progress.state == "done"
    assert [event.verb for event in LearningEvent.objects.order_by("pk")] == [
        "experienced",
        "completed",
    ]
    kept = CourseProgress.objects.get()
    assert (kept.done, kept.total, kept.last_item) == (1, 1, cast.page)


def test_minimum_time_counts_what_the_clock_confirms(cast, amina):
    timed = add(cast, "Slow", completion="time", minimum_seconds=60)
    start = clock.now()
    with clock.freeze(start):
        actions.record_view(amina, timed, by=cast.amina)
        claimed = actions.record_place(amina, timed, place="4", seconds=3600, by=cast.amina)
        assert claimed.seconds <= 2
    for minute in (1, 2):
        with clock.freeze(start + timedelta(seconds=40 * minute)):
            progress = actions.record_place(amina, timed, place="9", seconds=40, by=cast.amina)
    assert (progress.state, progress.place) == ("done", "9")


def test_marking_done_and_taking_it_back_are_both_in_the_record(cast, amina):
    marked = add(cast, "Exercise", completion="marked")
    actions.mark_done(amina, marked, by=cast.amina)
    actions.mark_done(amina, marked, by=cast.amina)
    progress = actions.unmark_done(amina, marked, by=cast.amina)
    assert progress.state == "started"
    assert [e.verb for e in LearningEvent.objects.order_by("pk")] == ["completed", "reopened"]


def test_what_is_done_by_viewing_is_not_marked_by_hand(cast, amina):
    with pytest.raises(ValidationError):
        actions.mark_done(amina, cast.page, by=cast.amina)


def test_what_does_not_count_is_not_counted(cast, amina):
    add(cast, "Extra", completion="none")
    actions.record_view(amina, cast.page, by=cast.amina)
    assert progress_of(amina).percent == 100


def test_resume_leads_to_the_very_place(cast, amina):
    long = add(cast, "Long", completion="marked")
    actions.record_place(amina, long, place="17", seconds=5, by=cast.amina)
    way = progress_of(amina)
    assert (way.next_item, way.last_place) == (long, "17")
    row = home_rows(cast.amina)[0]
    assert row.next_item == long


def test_the_passage_a_learner_left_is_named_until_the_page_is_done(cast, amina):
    long = add(cast, "Long", completion="marked")
    courses.publish_page(long, "<h2>Ebb</h2><p>Away.</p>", based_on=0, by=cast.kofi)
    assert passage_left(amina, long) is None
    actions.record_place(amina, long, place="1", seconds=5, by=cast.amina)
    assert passage_left(amina, long).heading == "Ebb"
    actions.mark_done(amina, long, by=cast.amina)
    assert passage_left(amina, long) is None


def test_nobody_learns_for_somebody_else(cast, amina):
    with pytest.raises(MayNot):
        actions.record_view(amina, cast.page, by=cast.bruno)


def test_the_record_is_append_only(cast, amina):
    actions.record_view(amina, cast.page, by=cast.amina)
    event = LearningEvent.objects.first()
    with pytest.raises(Unchangeable):
        event.save()
    with pytest.raises(Unchangeable):
        event.delete()
    with pytest.raises(Unchangeable):
        LearningEvent.objects.all().delete()
    with pytest.raises(Unchangeable):
        LearningEvent.objects.update(verb="passed")


def test_a_recount_after_the_outline_changed(cast, amina):
    actions.record_view(amina, cast.page, by=cast.amina)
    add(cast, "New")
    actions.recount_course(cast.course)
    kept = CourseProgress.objects.get()
    assert (kept.done, kept.total, kept.percent) == (1, 2, 50)


def test_learners_who_fell_silent_are_found_longest_first(cast, amina):
    add(cast, "More", completion="marked")
    actions.record_view(amina, cast.page, by=cast.amina)
    with clock.freeze(clock.now() + timedelta(days=9)):
        quiet = quiet_learners(cast.kofi)
    assert [(row.enrolment.person, row.since is None) for row in quiet] == [
        (cast.bruno, True),
        (cast.amina, False),
    ]


def test_what_does_not_count_is_never_next(cast, amina):
    add(cast, "Glossary", completion="none")
    actions.record_view(amina, cast.page, by=cast.amina)
    assert progress_of(amina).next_item is None
