"""Who is how far."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from lyceum.core.courses.models import Course, Item
from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record import rules
from lyceum.core.record.models import ItemProgress
from lyceum.kernel import clock
from lyceum.kernel.prepared import prepared
from lyceum.kernel.markup import Passage, passage
from lyceum.kernel.prepared import prepared

QUIET = timedelta(days=7)
LONGEST_READ = 200_000
"""Signs of a page that Home looks through for a heading."""


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


def progress_of(enrolment: Enrolment, items: Iterable[Item] | None = None) -> Progress:
    """Return how far the person is; one query when the published `items` are known, in order."""
    order = items if items is not None else items_of(enrolment.course, drafts=False)
    seen = _seen(enrolment.pk)
    states: dict[UUID, rules.State] = {
        item: "done" if done_at else "started" for item, done_at, _place in seen
    }
    by_id = {item.pk: item for item in order}
    counted = {pk for pk, item in by_id.items() if item.counts}
    found = rules.next_item(list(by_id), counted, states, seen[-1][0] if seen else None)
    return Progress(
        states=states,
        done=sum(states.get(pk) == "done" for pk in counted),
        total=len(counted),
        next_item=by_id[found] if found else None,
        last_place=next((place for item, _done, place in seen if item == found), ""),
    )


@prepared
def _seen(enrolment_id: UUID) -> QuerySet[ItemProgress, tuple[UUID, datetime | None, str]]:
    rows = ItemProgress.objects.filter(enrolment=enrolment_id).order_by("last_at")
    return rows.values_list("item_id", "done_at", "place")


@prepared
def _seen(enrolment_id: UUID) -> QuerySet[ItemProgress, tuple[UUID, datetime | None, str]]:
    rows = ItemProgress.objects.filter(enrolment=enrolment_id).order_by("last_at")
    return rows.values_list("item_id", "done_at", "place")


def done_counts(course: Course) -> dict[UUID, int]:
    """Return how many learners have done each item of a course; one query."""
    done = ItemProgress.objects.filter(
        enrolment__course=course,
        enrolment__left_at=None,
        enrolment__role="learner",
        done_at__isnull=False,
    )
    return dict(done.values_list("item_id").annotate(n=Count("*")))


@dataclass(frozen=True)
class Row:
    """One course of one person, as Home lists it."""

    enrolment: Enrolment
    percent: int
    next_item: Item | None
    last_at: datetime | None


def home_rows(enrolments: QuerySet[Enrolment]) -> list[Row]:
    """Return the courses of one person with how far they are, the last one visited first."""
    rows = []
    for enrolment in enrolments.select_related("progress__next_item__module"):
        kept = getattr(enrolment, "progress", None)
        rows.append(
            Row(
                enrolment,
                kept.percent if kept else 0,
                kept.next_item if kept and _shown(kept.next_item) else None,
                kept.last_at if kept else None,
            )
        )
    return sorted(rows, key=lambda row: row.last_at or row.enrolment.joined_at, reverse=True)


def passage_left(enrolment: Enrolment, item: Item) -> Passage | None:
    """Return where in a page the person stopped reading; None where that is not known."""
    rows = ItemProgress.objects.filter(enrolment=enrolment, item=item, done_at=None)
    place, body = rows.values_list("place", "item__page__body").first() or ("", "")
    if not place.isdecimal() or not int(place) or not body or len(body) > LONGEST_READ:
        return None
    return passage(body, int(place))


def _shown(item: Item | None) -> bool:
    return item is not None and item.is_published and item.archived_at is None


@dataclass(frozen=True)
class Quiet:
    """A learner who fell silent; `since` is None for one who never began."""

    enrolment: Enrolment
    since: datetime | None
    percent: int


def quiet_learners(courses: Collection[UUID], *, limit: int) -> list[Quiet]:
    """Return learners of these courses not seen for a week, the longest silence first."""
    edge = clock.now() - QUIET
    silent = Q(progress__last_at__lt=edge) | Q(progress=None, joined_at__lt=edge)
    rows = (
        Enrolment.objects.filter(
            silent,
            course__in=courses,
            role="learner",
            left_at=None,
            person__suspension=None,
            course__published_at__isnull=False,
        )
        .exclude(progress__done__gte=F("progress__total"), progress__total__gt=0)
        .select_related("person", "course", "progress")
        .order_by(F("progress__last_at").asc(nulls_first=True))[:limit]
    )
    found = []
    for enrolment in rows:
        kept = getattr(enrolment, "progress", None)
        found.append(Quiet(enrolment, kept and kept.last_at, kept.percent if kept else 0))
    return found


def item_progress(enrolment: Enrolment, item: Item) -> ItemProgress | None:
    found = next(iter(_progress(enrolment.pk, item.pk)), None)
    if found:
        found.enrolment, found.item = enrolment, item
    return found


@prepared
def _progress(enrolment_id: UUID, item_id: UUID) -> QuerySet[ItemProgress]:
    return ItemProgress.objects.filter(enrolment=enrolment_id, item=item_id)
