"""Deleting a course so that it can come back, and bringing it back."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import archive_course, restore_course
from lyceum.core.courses.models import Course
from lyceum.web.course.going_back import back
from lyceum.web.policies import Request, course
from lyceum.web.undo import offer_undo


@course("archive")
@require_POST
def archival(request: Request, course: Course) -> HttpResponse:
    here = reverse("course:archival", args=[course.pk])
    if request.POST.get("restore"):
        restore_course(course, by=request.person)
        return back(request, reverse("course:outline", args=[course.pk]))
    archive_course(course, by=request.person)
    offer_undo(request, _("“%(title)s” was deleted.") % {"title": course.title}, here)
    return back(request, reverse("home:courses"))
