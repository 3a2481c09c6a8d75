"""Who is how far."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from lyceum.core.courses.models import Course, Item
from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record import rules
from lyceum.core.record.models import CourseProgress, ItemProgress


@dataclass(frozen=True)
class Progress:
    """One person's way through one course. `percent` is whole and rounded down."""

    states: dict[UUID, rules.State]
    done: int
    total: int
    next_item: Item | None
    last_place: str

    @property
    def percent(self) -> int:
        return rules.percent(self.done, self.total)


def item_states(enrolment: Enrolment) -> dict[UUID, rules.State]:
    """Return the state of every item the person has opened."""
    rows = ItemProgress.objects.filter(enrolment=enrolment).values_list("item_id", "done_at")
    return {item: "done" if done else "started" for item, done in rows}


def progress_of(enrolment: Enrolment, items: Iterable[Item] | None = None) -> Progress:
    """Return how far the person is. `items` are the published ones in order, when known already."""
    order = list(items if items is not None else items_of(enrolment.course, drafts=False))
    rows = {row.item_id: row for row in ItemProgress.objects.filter(enrolment=enrolment)}
    states: dict[UUID, rules.State] = {
        pk: "done" if row.done_at else "started" for pk, row in rows.items()
    }
    last = max(rows.values(), key=lambda row: row.last_at, default=None)
    by_id = {item.pk: item for item in order}
    found = rules.next_item(list(by_id), states, last.item_id if last else None)
    counted = [item.pk for item in order if item.completion != Item.Completion.NONE]
    return Progress(
        states=states,
        done=sum(states.get(pk) == "done" for pk in counted),
        total=len(counted),
        next_item=by_id[found] if found else None,
        last_place=rows[found].place if found in rows else "",
    )


def progress_in(course: Course) -> dict[UUID, CourseProgress]:
    """Return the kept counts of everybody in a course, by enrolment; one query."""
    rows = CourseProgress.objects.filter(enrolment__course=course).select_related("last_item")
    return {row.enrolment_id: row for row in rows}


def done_counts(course: Course) -> dict[UUID, int]:
    """Return how many people have done each item of a course; one query."""
    rows = ItemProgress.objects.filter(
        item__course=course, done_at__isnull=False, enrolment__left_at=None,
        enrolment__role="learner",
    ).values_list("item_id")
    counts: dict[UUID, int] = {}
    for (item,) in rows:
        counts[item] = counts.get(item, 0) + 1
    return counts


def item_progress(enrolment: Enrolment, item: Item) -> ItemProgress | None:
    return ItemProgress.objects.filter(enrolment=enrolment, item=item).first()
