"""Who is how far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from lyceum.core.courses.models import Course, Item
from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.enrolment.queries import enrolments_of
from lyceum.core.people.models import Person
from lyceum.core.record import rules
from lyceum.core.record.models import ItemProgress
from lyceum.kernel import clock
from lyceum.kernel.markup import Passage, passage
from lyceum.kernel.prepared import prepared

QUIET = timedelta(days=7)
SHOWN_QUIET = 6
COUNTED = ("progress__done", "progress__total", "progress__last_at")
NAMED = ("role", "joined_at", "course__code", "course__title")
SHOWN_AT_HOME = (
    *(*NAMED, *COUNTED, "person", "course__published_at", "course__archived_at"),
    *("progress__next_item__title", "progress__next_item__minutes"),
    *("progress__next_item__published_at", "progress__next_item__archived_at"),
    "progress__next_item__module__title",
)
"""What Home says of each course: a row is no larger than that."""
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


@prepared
def _home_enrolments(person_id: UUID) -> QuerySet[Enrolment]:
    enrolments = enrolments_of(person_id).select_related(None)
    return enrolments.select_related("course", "progress__next_item__module").only(*SHOWN_AT_HOME)


def home_rows(person: Person) -> list[Row]:
    """Return the courses of one person with how far they are, the last one visited first."""
    rows = []
    for enrolment in _home_enrolments(person.pk):
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
    place, body = next(iter(_left_off(enrolment.pk, item.pk)), ("", ""))
    if not place.isdecimal() or not int(place) or not body or len(body) > LONGEST_READ:
        return None
    return passage(body, int(place))


@prepared
def _left_off(enrolment_id: UUID, item_id: UUID) -> QuerySet[ItemProgress, tuple[str, str]]:
    rows = ItemProgress.objects.filter(enrolment=enrolment_id, item=item_id, done_at=None)
    return rows.values_list("place", "item__page__body")


def _shown(item: Item | None) -> bool:
    return item is not None and item.is_published and item.archived_at is None


@dataclass(frozen=True)
class Quiet:
    """A learner who fell silent; `since` is None for one who never began."""

    enrolment: Enrolment
    since: datetime | None
    percent: int


def quiet_learners(teacher: Person) -> list[Quiet]:
    """Return learners of this teacher not seen for a week, the longest silence first."""
    found = []
    for enrolment in _quiet(teacher.pk, clock.now() - QUIET):
        kept = getattr(enrolment, "progress", None)
        found.append(Quiet(enrolment, kept and kept.last_at, kept.percent if kept else 0))
    return found


@prepared
def _quiet(teacher_id: UUID, edge: datetime) -> QuerySet[Enrolment]:
    silent = silent_since(edge, teacher_id).only(*NAMED, *COUNTED, "person__name")
    return silent[:SHOWN_QUIET]


def silent_since(edge: datetime, teacher: Person | UUID) -> QuerySet[Enrolment]:
    """Return this teacher's learners not seen since `edge`, the longest silence first."""
    taught = Enrolment.objects.filter(
        person=teacher, role__in=["teacher", "assistant"], left_at=None
    )
    return (
        Enrolment.objects.filter(
            Q(progress__last_at__lt=edge) | Q(progress=None, joined_at__lt=edge),
            course__in=taught.values("course"),
            role="learner",
            left_at=None,
            person__suspension=None,
            course__published_at__isnull=False,
            course__archived_at=None,
        )
        .exclude(progress__done__gte=F("progress__total"), progress__total__gt=0)
        .select_related("person", "course", "progress")
        .order_by(F("progress__last_at").asc(nulls_first=True))
    )


def item_progress(enrolment: Enrolment, item: Item) -> ItemProgress | None:
    found = next(iter(_progress(enrolment.pk, item.pk)), None)
    if found:
        found.enrolment, found.item = enrolment, item
    return found


@prepared
def _progress(enrolment_id: UUID, item_id: UUID) -> QuerySet[ItemProgress]:
    return ItemProgress.objects.filter(enrolment=enrolment_id, item=item_id)
