"""The only writers of the record and of the progress counted from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from lyceum.core.courses.models import Course, Item
from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import MayNot, require
from lyceum.core.record import rules
from lyceum.core.record.events import CourseCompleted, ItemCompleted
from lyceum.core.record.models import CourseProgress, ItemProgress, LearningEvent
from lyceum.core.record.queries import progress_of
from lyceum.kernel import clock
from lyceum.kernel.events import emit
from lyceum.kernel.writer import grouped


@grouped
def record_view(enrolment: Enrolment, item: Item, *, by: Person) -> ItemProgress:
    """Note that the person opened the item; done, where opening is what counts."""
    progress = _progress(enrolment, item, by)
    _write(enrolment, item, "experienced")
    if rules.done_by_viewing(item.completion):
        _complete(progress, item)
    _remember(enrolment, item)
    return progress


@grouped
def record_place(
    enrolment: Enrolment, item: Item, *, place: str, seconds: int, by: Person
) -> ItemProgress:
    """Note where the person is and how long they looked; `seconds` is believed within reason."""
    progress = _progress(enrolment, item, by)
    since = (clock.now() - progress.last_at).total_seconds()
    progress.seconds += rules.counted_seconds(seconds, since_last=since)
    progress.place, progress.last_at = place[:64], clock.now()
    progress.save(update_fields=["seconds", "place", "last_at"])
    done = bool(progress.done_at)
    if rules.done_by_time(item.completion, seconds=progress.seconds, minimum=item.minimum_seconds):
        _complete(progress, item)
    if done != bool(progress.done_at) or not _move_within(enrolment, item, progress.place):
        _remember(enrolment, item)
    return progress


@transaction.atomic
def mark_done(enrolment: Enrolment, item: Item, *, by: Person) -> ItemProgress:
    """Note that the learner says it is done. Saying so twice is once."""
    if item.completion != Item.Completion.MARKED:
        raise ValidationError(_("This item is not one to be marked done by hand."))
    progress = _progress(enrolment, item, by)
    _complete(progress, item)
    _remember(enrolment, item)
    return progress


@transaction.atomic
def unmark_done(enrolment: Enrolment, item: Item, *, by: Person) -> ItemProgress:
    """Take back what `mark_done` noted; the record keeps both."""
    if item.completion != Item.Completion.MARKED:
        raise ValidationError(_("This item is not one to be marked done by hand."))
    progress = _progress(enrolment, item, by)
    if progress.done_at:
        progress.done_at = None
        progress.save(update_fields=["done_at"])
        _write(enrolment, item, "reopened", completion=False)
        _remember(enrolment, item)
    return progress


@transaction.atomic
def record_completion(enrolment: Enrolment, item: Item, **result: Any) -> ItemProgress:
    """Note that an activity counts the item as done, with its result: for the kinds above."""
    progress = _progress(enrolment, item, enrolment.person)
    _complete(progress, item, **result)
    _remember(enrolment, item)
    return progress


def _progress(enrolment: Enrolment, item: Item, by: Person) -> ItemProgress:
    if enrolment.person_id != by.pk:
        raise MayNot("learn", enrolment)
    if item.course_id != enrolment.course_id:
        raise ValidationError(_("This item belongs to another course."))
    now = clock.now()
    progress, _new = ItemProgress.objects.select_for_update().get_or_create(
        enrolment=enrolment, item=item, defaults={"first_at": now, "last_at": now}
    )
    return progress


def _write(
    enrolment: Enrolment, item: Item, verb: str, *, time: datetime | None = None, **result: Any
) -> LearningEvent:
    now = clock.now()
    return LearningEvent.objects.create(
        actor_id=enrolment.person_id,
        verb=verb,
        course_id=enrolment.course_id,
        item=item,
        time=time or now,
        stored=now,
        **result,
    )


def _complete(progress: ItemProgress, item: Item, **result: Any) -> None:
    if progress.done_at:
        return
    progress.done_at = clock.now()
    progress.save(update_fields=["done_at"])
    enrolment = progress.enrolment
    _write(enrolment, item, "completed", completion=True, **result)
    emit(
        ItemCompleted(course_id=enrolment.course_id, item_id=item.pk, person_id=enrolment.person_id)
    )


def _move_within(enrolment: Enrolment, item: Item, place: str) -> bool:
    """Note the new place in the item where the person already is; False where they are not.

    Only their place has changed, so nothing has to be counted.
    """
    here = CourseProgress.objects.filter(
        enrolment=enrolment, last_item=item, version=enrolment.course.version
    )
    goes_on_here = When(next_item=item, then=Value(place))
    return bool(here.update(last_at=clock.now(), place=Case(goes_on_here, default=F("place"))))


def _remember(enrolment: Enrolment, item: Item) -> None:
    """Count the course anew and note where the person was last, and where they go on."""
    way = progress_of(enrolment)
    before = CourseProgress.objects.filter(enrolment=enrolment).first()
    CourseProgress.objects.update_or_create(
        enrolment=enrolment,
        defaults={
            "last_item": item,
            "last_at": clock.now(),
            "next_item": way.next_item,
            "place": way.last_place,
            "done": way.done,
            "total": way.total,
            "version": enrolment.course.version,
        },
    )
    finished = way.total > 0 and way.done == way.total
    if finished and (before is None or before.done < before.total):
        emit(CourseCompleted(course_id=enrolment.course_id, person_id=enrolment.person_id))


@transaction.atomic
def recount_course(course: Course) -> None:
    """Count everybody's progress anew after the outline changed: three queries for the course."""
    order = list(items_of(course, drafts=False))
    counted = {item.pk for item in order if item.counts}
    kept = {
        row.enrolment_id: row for row in CourseProgress.objects.filter(enrolment__course=course)
    }
    done: dict[UUID, int] = dict.fromkeys(kept, 0)
    finished = ItemProgress.objects.filter(enrolment__in=kept, done_at__isnull=False)
    for enrolment, item in finished.values_list("enrolment_id", "item_id"):
        done[enrolment] += item in counted
    for enrolment_id, row in kept.items():
        row.done, row.total, row.version = done[enrolment_id], len(counted), course.version
    CourseProgress.objects.bulk_update(kept.values(), ["done", "total", "version"], batch_size=500)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One past sitting with one item. `done_at` is None where it was left half-way."""

    enrolment: Enrolment
    item: Item
    at: datetime
    seconds: int
    place: str
    done_at: datetime | None


@transaction.atomic
def record_history(course: Course, visits: Iterable[Visit], *, by: Person) -> int:
    """Write down what happened before this record knew of it, and return how many events that were.

    `visits` are in order of time and new to the record: a term that ran elsewhere. It is the past,
    so nothing is emitted; whoever counts from the stream finds it there.
    """
    require(by, "manage_people", course)
    events: list[LearningEvent] = []
    kept: dict[tuple[UUID, UUID], ItemProgress] = {}
    for visit in visits:
        key = (visit.enrolment.pk, visit.item.pk)
        progress = kept.setdefault(
            key, ItemProgress(enrolment=visit.enrolment, item=visit.item, first_at=visit.at)
        )
        events += _told(visit, first=progress.done_at is None)
        progress.last_at, progress.place = visit.at, visit.place
        progress.seconds += visit.seconds
        progress.done_at = progress.done_at or visit.done_at
    LearningEvent.objects.bulk_create(sorted(events, key=lambda event: event.time), batch_size=500)
    ItemProgress.objects.bulk_create(kept.values(), batch_size=500)
    _count_history(course, kept.values())
    return len(events)


def _told(visit: Visit, *, first: bool) -> list[LearningEvent]:
    """Return the events that one visit would have written."""
    shared = {
        "actor_id": visit.enrolment.person_id,
        "course_id": visit.enrolment.course_id,
        "item": visit.item,
        "stored": clock.now(),
    }
    told = [LearningEvent(verb="experienced", time=visit.at, duration=visit.seconds, **shared)]
    if visit.done_at and first:
        told.append(LearningEvent(verb="completed", completion=True, time=visit.done_at, **shared))
    return told


def _count_history(course: Course, kept: Iterable[ItemProgress]) -> None:
    order = list(items_of(course, drafts=False))
    by_id = {item.pk: item for item in order}
    counted = {pk for pk, item in by_id.items() if item.counts}
    ways: dict[Enrolment, list[ItemProgress]] = {}
    for progress in kept:
        ways.setdefault(progress.enrolment, []).append(progress)
    rows = []
    for enrolment, steps in ways.items():
        states: dict[UUID, rules.State] = {
            step.item_id: "done" if step.done_at else "started" for step in steps
        }
        last = max(steps, key=lambda step: step.last_at)
        found = rules.next_item(list(by_id), counted, states, last.item_id)
        rows.append(
            CourseProgress(
                enrolment=enrolment,
                last_item=last.item,
                next_item=by_id[found] if found else None,
                place=last.place if found == last.item_id else "",
                last_at=last.last_at,
                done=sum(states.get(pk) == "done" for pk in counted),
                total=len(counted),
                version=course.version,
            )
        )
    CourseProgress.objects.bulk_create(rows, batch_size=500)
