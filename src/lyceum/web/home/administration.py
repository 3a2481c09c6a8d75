"""What an administrator is shown on Home: health, what failed, who came."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from lyceum.core.courses.models import Course
from lyceum.core.people.models import Person
from lyceum.kernel import clock
from lyceum.kernel.health import Check, ready

LOOKED_FRESH = timedelta(seconds=30)
_last_look: dict[str, tuple[datetime, list[Check]]] = {}


@dataclass(frozen=True)
class Administration:
    """Counts and troubles of the institution now."""

    people: int
    new_this_week: int
    courses: int
    drafts: int
    troubles: list[Check]


def administration() -> Administration:
    week = clock.now() - timedelta(days=7)
    people = Person.objects.aggregate(all=Count("pk"), new=Count("pk", Q(joined_at__gte=week)))
    courses = Course.objects.kept().aggregate(
        all=Count("pk"), drafts=Count("pk", Q(published_at=None))
    )
    return Administration(
        people=people["all"],
        new_this_week=people["new"],
        courses=courses["all"],
        drafts=courses["drafts"],
        troubles=troubles(),
    )


def troubles() -> list[Check]:
    """Return what is not well with the site; looked at twice a minute at most by each process."""
    last = _last_look.get("site")
    if last is None or clock.now() - last[0] > LOOKED_FRESH:
        last = _last_look["site"] = (clock.now(), [check for check in ready() if not check.ok])
    return last[1]
