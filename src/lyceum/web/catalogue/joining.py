"""Coming into a course, with or without a code."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import WrongCode, join_course
from lyceum.core.enrolment.queries import enrolment_of
from lyceum.core.enrolment.rules import CODE_TRIES
from lyceum.web.catalogue.preview import show_preview
from lyceum.web.course.going_back import see_other
from lyceum.web.errors import pages
from lyceum.web.policies import Request, course
from lyceum.web.tries import Tries


@course("preview")
@require_POST
def joining(request: Request, course: Course) -> HttpResponse:
    tries = Tries("code", request.person.pk, most=CODE_TRIES, seconds=3600)
    if tries.used_up():
        return pages.too_often(request)
    if enrolment_of(request.person, course):
        messages.info(request, _("You are in this course already."))
        return see_other(reverse("course:outline", args=[course.pk]))
    try:
        join_course(course, code=request.POST.get("code", ""), by=request.person)
    except WrongCode as error:
        tries.count()
        return show_preview(request, course, " ".join(error.messages), status=422)
    except ValidationError as error:
        return show_preview(request, course, " ".join(error.messages), status=422)
    messages.success(request, _("Welcome to “%(title)s”.") % {"title": course.title})
    return see_other(reverse("course:outline", args=[course.pk]))
