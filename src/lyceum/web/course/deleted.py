"""What was deleted from a course, with a button to bring each back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.courses.queries import archived_parts
from lyceum.core.people.permissions import abilities
from lyceum.web.policies import Request, course


@course("edit")
@require_safe
def deleted(request: Request, course: Course) -> HttpResponse:
    modules, items = archived_parts(course)
    can = abilities(request.person, course)
    context = {"course": course, "modules": modules, "items": items, "can": can}
    return render(request, "course/deleted.html", context)
