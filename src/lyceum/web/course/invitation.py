"""Bringing somebody into the course by their address."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import invite_to_course
from lyceum.core.people.actions import Invited
from lyceum.web.course.going_back import see_other
from lyceum.web.course.people import InvitationForm, show_people
from lyceum.web.policies import Request, course


@course("manage_people")
@require_POST
def invitation(request: Request, course: Course) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return show_people(request, course, form, status=422)
    told = form.cleaned_data
    link = request.build_absolute_uri(reverse("people:invitation", args=["TOKEN"]))
    try:
        outcome = invite_to_course(
            course, told["email"], told["role"], by=request.person, link=link
        )
    except ValidationError as error:
        form.add_error(None, error)
        return show_people(request, course, form, status=422)
    if isinstance(outcome, Invited):
        messages.success(request, _("A mail is on its way to %(to)s.") % {"to": told["email"]})
    else:
        messages.success(request, _("%(name)s is in the course.") % {"name": outcome.person.name})
    return see_other(reverse("course:people", args=[course.pk]))
