"""Publishing a course, and taking that back."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import publish_course, withdraw_course
from lyceum.core.courses.models import Course
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, course


@course("edit")
@require_POST
def publication(request: Request, course: Course) -> HttpResponse:
    if request.POST.get("withdraw"):
        withdraw_course(course, by=request.person)
        messages.success(request, _("The course is a draft again. Learners no longer see it."))
    else:
        publish_course(course, by=request.person)
        messages.success(request, _("Published. Its people see the course now."))
    return to_outline(course, editing="edit" in request.GET)
