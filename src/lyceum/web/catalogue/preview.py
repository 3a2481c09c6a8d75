"""The course before one is in it: what it is about, what it holds, how to come in."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import entry_now
from lyceum.core.enrolment.queries import enrolment_of, teachers_of
from lyceum.web.course.shape import shape_of
from lyceum.web.policies import Request, listed_course


@listed_course
@require_safe
def preview(request: Request, course: Course) -> HttpResponse:
    if enrolment_of(request.person, course):
        return HttpResponseRedirect(reverse("course:outline", args=[course.pk]))
    return show_preview(request, course)


def show_preview(
    request: Request, course: Course, error: str = "", status: int = 200
) -> HttpResponse:
    shape = shape_of(course, drafts=False)
    context = {
        "course": course,
        "entry": entry_now(course),
        "teachers": teachers_of(course),
        "rows": shape.rows,
        "count": len(shape.items),
        "minutes": sum(item.minutes for item in shape.items.values()),
        "error": error,
    }
    return render(request, "catalogue/preview.html", context, status=status)
