"""One person: role, courses, and being shut out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.enrolment.queries import enrolments_of
from lyceum.core.people.models import Person
from lyceum.web import policies
from lyceum.web.policies import Request


@policies.person("give_role")
@require_safe
def person(request: Request, found: Person) -> HttpResponse:
    context = {
        "found": found,
        "suspension": found.suspension if found.is_suspended else None,
        "enrolments": enrolments_of(found).order_by("course__title"),
        "roles": Person.Role.choices,
        "tab": "people",
    }
    return render(request, "admin/person.html", context)
