"""All courses of one person, learning first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.record.queries import home_rows
from lyceum.web.policies import Request, signed_in


@signed_in
@require_safe
def courses(request: Request) -> HttpResponse:
    rows = home_rows(request.person)
    context = {
        "learning": [row for row in rows if row.enrolment.role == "learner"],
        "others": [row for row in rows if row.enrolment.role != "learner"],
    }
    return render(request, "home/courses.html", context)
