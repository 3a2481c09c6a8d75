"""What an administrator is shown on Home: health, what failed, who came."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from lyceum.core.courses.models import Course
from lyceum.core.people.models import Person
from lyceum.kernel import clock
from lyceum.kernel.health import Check, ready


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
        troubles=[check for check in ready() if not check.ok],
    )
