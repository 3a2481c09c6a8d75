"""Large courses for measuring: many items, many learners, weeks of progress, written in bulk.

Not part of the demo: `bin/bench` and tests that count queries call it in an institution of theirs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from lyceum.core.courses import actions as courses
from lyceum.core.courses.models import Course, Item, Module, Page
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.enrolment.models import CourseRole, Enrolment
from lyceum.core.people.models import Person, User
from lyceum.core.record import actions as record
from lyceum.core.record.models import LearningEvent
from lyceum.kernel import clock
from lyceum.kernel.markup import clean_html

BATCH = 500
ITEMS_IN_A_MODULE = 12
PARAGRAPH = (
    "A wave carries energy and not water. The wind gave the energy somewhere, and the shore "
    "receives it days later, after it has crossed an ocean almost without loss."
)


@dataclass(frozen=True)
class Scale:
    """What was made: the course, its items in order, and its learners' enrolments."""

    course: Course
    items: list[Item]
    enrolments: list[Enrolment]


def make_course(
    *, items: int, learners: int, by: Person, title: str = "", reach: float = 0.6
) -> Scale:
    """Make a published course with pages, and learners who are on average `reach` through it.

    by: a person who may make courses, of the institution in use. The same sizes give the same
    course, apart from ids.
    """
    course = enrolment.open_course(title or f"{items} items, {learners} learners", by=by)
    enrolment.change_offering(course, "open", by=by)
    order = _outline(course, items, by)
    courses.publish_course(course, by=by)
    people = _learners(learners, by)
    now = clock.now()
    enrolments = Enrolment.objects.bulk_create(
        [
            Enrolment(
                course=course,
                person=person,
                role=CourseRole.LEARNER,
                joined_at=now - timedelta(weeks=8),
                by=by,
            )
            for person in people
        ],
        batch_size=BATCH,
    )
    record.record_history(course, _visits(order, enrolments, now, reach), by=by)
    return Scale(course, order, enrolments)


def events_so_far() -> int:
    """Return how many events the record of the institution in use holds."""
    return LearningEvent.objects.count()


def _outline(course: Course, items: int, by: Person) -> list[Item]:
    now = clock.now()
    modules = Module.objects.bulk_create(
        Module(course=course, title=f"Module {number + 1}", position=number)
        for number in range(-(-items // ITEMS_IN_A_MODULE))
    )
    order = Item.objects.bulk_create(
        [
            Item(
                course=course,
                module=modules[number // ITEMS_IN_A_MODULE],
                kind="page",
                title=f"Page {number + 1}",
                position=number % ITEMS_IN_A_MODULE,
                minutes=5,
                published_at=now,
                published_by=by,
            )
            for number in range(items)
        ],
        batch_size=BATCH,
    )
    body = clean_html("".join(f"<h2>Part {n}</h2><p>{PARAGRAPH}</p>" for n in range(1, 7)))
    Page.objects.bulk_create(
        [Page(item=item, body=body, revision=1, edited_at=now, edited_by=by) for item in order],
        batch_size=BATCH,
    )
    return order


def _learners(count: int, by: Person) -> list[Person]:
    """Make people who cannot sign in: benches sign them in by session."""
    begin = Person.objects.count()
    users = User.objects.bulk_create(
        [
            User(email=f"learner{begin + number}@{by.institution_id}.example", password="!")
            for number in range(count)
        ],
        batch_size=BATCH,
    )
    return Person.objects.bulk_create(
        [
            Person(institution=by.institution, user=user, name=f"Learner {begin + number:04}")
            for number, user in enumerate(users)
        ],
        batch_size=BATCH,
    )


def _visits(
    order: list[Item], enrolments: list[Enrolment], now: datetime, reach: float
) -> Iterator[record.Visit]:
    for number, enrolment_ in enumerate(enrolments):
        dice = Random(number)
        done = min(len(order), round(len(order) * dice.uniform(0, 2 * reach)))
        step = timedelta(weeks=8) / (done + 1)
        begin = now - timedelta(weeks=8)
        for place, item in enumerate(order[:done]):
            at = begin + step * (place + 1)
            yield record.Visit(
                enrolment=enrolment_, item=item, at=at, seconds=240, place="", done_at=at
            )
