"""Home answers “what now?” for learners, teachers and administrators, and who is two of these."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lyceum.core.enrolment.queries import enrolments_of
from lyceum.core.record.queries import home_rows, quiet_learners
from lyceum.kernel import clock
from lyceum.web.home.administration import administration
from lyceum.web.policies import Request, signed_in

SHOWN_QUIET = 6


@signed_in
@require_safe
def home(request: Request) -> HttpResponse:
    person = request.person
    rows = home_rows(enrolments_of(person))
    learning = [row for row in rows if row.enrolment.role == "learner"]
    teaching = [row for row in rows if row.enrolment.role in {"teacher", "assistant"}]
    designing = [row for row in rows if row.enrolment.role in {"designer", "observer"}]
    begun = [row for row in learning if row.next_item]
    fresh = [row for row in learning if not row.last_at]
    resume = next(iter([*begun, *fresh]), None)
    courses = [row.enrolment.course_id for row in teaching]
    context = {
        "now": timezone.localtime(clock.now()),
        "greeting": greeting(timezone.localtime(clock.now()).hour),
        "resume": resume,
        "learning": learning,
        "teaching": teaching,
        "designing": designing,
        "quiet": quiet_learners(courses, limit=SHOWN_QUIET) if courses else [],
        "administration": administration() if person.administers else None,
        "checklist": person.may_create_courses and not teaching,
    }
    return render(request, "home/home.html", context)


def greeting(hour: int) -> str:
    """Return the part of the day the hour belongs to: morning, afternoon or evening."""
    if 5 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"
