"""Home answers “what now?” for learners, teachers and administrators, and who is two of these."""

import math

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lyceum.core.record.queries import Row, home_rows, passage_left, quiet_learners
from lyceum.kernel import clock
from lyceum.web.home.administration import administration
from lyceum.web.policies import Request, signed_in


@signed_in
@require_safe
def home(request: Request) -> HttpResponse:
    person = request.person
    rows = home_rows(person)
    learning = [row for row in rows if row.enrolment.role == "learner"]
    teaching = [row for row in rows if row.enrolment.role in {"teacher", "assistant"}]
    designing = [row for row in rows if row.enrolment.role in {"designer", "observer"}]
    begun = [row for row in learning if row.next_item]
    fresh = [row for row in learning if not row.last_at]
    resume = next(iter([*begun, *fresh]), None)
    institution = administration() if person.administers else None
    context = {
        "now": timezone.localtime(clock.now()),
        "greeting": greeting(timezone.localtime(clock.now()).hour),
        "called": called(person.name),
        "resume": resume,
        "stop": stop_of(resume) if resume else None,
        "learning": learning,
        "teaching": teaching,
        "designing": designing,
        "quiet": quiet_learners(person) if teaching else [],
        "administration": institution,
        "checklist": person.may_create_courses
        and not teaching
        and not (institution and institution.courses),
    }
    return render(request, "home/home.html", context)


def greeting(hour: int) -> str:
    """Return the part of the day the hour belongs to: morning, afternoon or evening."""
    if 5 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def called(name: str) -> str:
    """Return the first word of a name that is no title, to greet by."""
    return next((word for word in name.split() if not word.endswith(".")), name)


def stop_of(row: Row) -> dict[str, object] | None:
    """Return where in the next item the person stopped, and the minutes that are left of it."""
    found = passage_left(row.enrolment, row.next_item) if row.next_item else None
    if found is None or row.next_item is None:
        return None
    left = math.ceil(row.next_item.minutes * (1 - found.share))
    return {"heading": found.heading, "percent": int(found.share * 100), "minutes": left}
