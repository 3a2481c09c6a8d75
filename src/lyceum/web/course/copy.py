"""A copy of a whole course, without its people."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import copy_course
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, course


@course("edit")
@require_POST
def copy(request: Request, course: Course) -> HttpResponse:
    twin = copy_course(course, by=request.person)
    messages.success(request, _("This is the copy, a draft with you as its teacher."))
    return to_outline(twin)
