"""Fills an empty site with two institutions: a college in mid-term, and a neighbour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from random import Random
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.courses import actions as courses
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people import actions as people
from lyceum.core.people.models import Institution, Person, User
from lyceum.core.record import actions as record
from lyceum.demo import people as cast
from lyceum.demo.building import Built, build_course
from lyceum.demo.drawings import draw
from lyceum.demo.drawings.raster import webp
from lyceum.demo.history import HABITS, WEEKS, Step, joined_at, visits
from lyceum.demo.people import Cast
from lyceum.demo.reading import CourseText, read_courses
from lyceum.kernel import clock, tenancy
from lyceum.kernel.files import keep_image

HARBOUR, NORTHGATE = "Harbour College", "Northgate Institute"
NORTHGATE_HOST = "northgate.localhost"
ZONE = ZoneInfo("Europe/Lisbon")
PREPARED = timedelta(weeks=WEEKS + 1)
"""How long before now the courses were written: a week before the term."""


class DemoRefused(RuntimeError):
    """The site holds an institution that is not the demo's; nothing was changed."""


@dataclass(frozen=True)
class Summary:
    """What there is now. `loaded` is False when the demo was there already."""

    loaded: bool
    courses: int = 0
    people: int = 0
    enrolments: int = 0
    events: int = 0


@transaction.atomic
def load_demo(now: datetime) -> Summary:
    """Load both institutions with a term that is eight weeks old at `now` (aware).

    Loading twice changes nothing. Raises `DemoRefused` where somebody else's institution lives.
    """
    if Institution.objects.filter(name=HARBOUR).exists():
        return Summary(loaded=False)
    if Institution.objects.exists():
        raise DemoRefused(
            _("This site has an institution of its own. The demo wants an empty database.")
        )
    here = now.astimezone(ZONE)
    with clock.freeze(here - PREPARED):
        _load_northgate()
        ruth = _founded(cast.ADMINISTRATOR, HARBOUR, colour="#17606b")
    with tenancy.using(ruth.institution.id):
        return _load_harbour(ruth, here)


def _load_harbour(ruth: Person, now: datetime) -> Summary:
    texts = [text for text in read_courses() if text.institution == "harbour"]
    with clock.freeze(now - PREPARED):
        _give_logo(ruth)
        known = {ruth.name: ruth, **_arrived(ruth, cast.PEOPLE[1:])}
        built = [build_course(text, known, now=now) for text in texts]
    running = [course for course in built if course.text.head["state"] == "published"]
    enrolments = events = 0
    for course in running:
        joined = _joined(course, known, now)
        enrolments += len(joined)
        events += _lived(course, joined, now)
    with clock.freeze(now - timedelta(days=2)):
        _leave_traces(running)
    return Summary(True, len(built), len(known), enrolments, events)


def _load_northgate() -> None:
    olga = _founded(cast.NEIGHBOURS[0], NORTHGATE, host=NORTHGATE_HOST, colour="#7a3b69")
    with tenancy.using(olga.institution.id):
        known = {olga.name: olga, **_arrived(olga, cast.NEIGHBOURS[1:])}
        for text in read_courses():
            if text.institution == "northgate":
                build_course(text, known, now=clock.now().astimezone(ZONE) + PREPARED)


def _founded(who: Cast, name: str, **brand: str) -> Person:
    ruler = people.found_institution(
        name=name,
        administrator_name=who.name,
        email=who.email,
        password=cast.PASSWORD,
        time_zone=str(ZONE),
        **brand,
    )
    people.prove_address(ruler.user)
    return ruler


def _arrived(ruler: Person, expected: Iterable[Cast]) -> dict[str, Person]:
    """Make people by name. All share one password, so its slow hash is made once and copied."""
    arrived = {}
    for who in expected:
        user = User.objects.create(email=who.email, password=ruler.user.password)
        people.prove_address(user)
        arrived[who.name] = people.add_person(ruler.institution, user, who.name, who.role)
    return arrived


def _give_logo(ruth: Person) -> None:
    logo = BytesIO(webp(draw("logo-harbour"), 256))
    kept = keep_image(logo, name="harbour-college.webp", by_id=ruth.pk)
    people.change_institution(ruth.institution, logo=kept, by=ruth)


def _habits(text: CourseText) -> dict[str, tuple[str, str]]:
    """Return name and habit of each learner of a course, by address."""
    code = text.head["code"]
    return {who.email: (who.name, who.habits[code]) for who in cast.LEARNERS if code in who.habits}


def _joined(built: Built, known: Mapping[str, Person], now: datetime) -> dict[str, Enrolment]:
    """Let each learner come in on their day, by the door that the course has."""
    joined = {}
    for address, (name, habit) in _habits(built.text).items():
        dice = Random(f"{built.text.head['code']}/{address}/joined")
        with clock.freeze(joined_at(HABITS[habit], now=now, dice=dice)):
            joined[address] = enrolment.join_course(
                built.course, code=built.course.offering.code, by=known[name]
            )
    return joined


def _lived(built: Built, joined: Mapping[str, Enrolment], now: datetime) -> int:
    """Write down eight weeks of every learner's visits, and return how many events these are."""
    steps = [Step(item.key, item.minutes, item.completion) for item in built.text.published_items]
    told = [
        visit
        for address, (_name, habit) in _habits(built.text).items()
        for visit in visits(address, HABITS[habit], steps, now=now, seed=built.text.head["code"])
    ]
    return record.record_history(
        built.course,
        [
            record.Visit(
                enrolment=joined[visit.person],
                item=built.items[visit.item],
                at=visit.at,
                seconds=visit.seconds,
                place=visit.place,
                done_at=visit.done_at,
            )
            for visit in sorted(told, key=lambda visit: visit.at)
        ],
        by=built.teacher,
    )


def _leave_traces(running: Iterable[Built]) -> None:
    """Leave what a real term leaves: a text half rewritten, and an item that was deleted."""
    oceans = next(built for built in running if built.text.head["code"] == cast.OCE)
    page = oceans.items["06-people-and-the-sea/04-the-rising-sea"].page
    courses.save_draft(
        page.item,
        page.body + "<p>Add the new figures of this year before the last week.</p>",
        based_on=page.revision,
        by=oceans.teacher,
    )
    module = page.item.module
    old = courses.create_item(
        module, "link", "Old reading list", {"url": "https://www.noaa.gov/"}, by=oceans.teacher
    )
    courses.archive_item(old, by=oceans.teacher)
