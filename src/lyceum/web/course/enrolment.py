"""One person's place in the course: another role, or out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.enrolment.actions import end_enrolment, enrol_person
from lyceum.core.enrolment.models import Enrolment
from lyceum.web import policies
from lyceum.web.course.going_back import see_other
from lyceum.web.course.people import say
from lyceum.web.policies import Request
from lyceum.web.undo import offer_undo


@policies.enrolment("manage_people")
@require_POST
def enrolment(request: Request, enrolment: Enrolment) -> HttpResponse:
    course, name = enrolment.course, enrolment.person.name
    role = request.POST.get("role", enrolment.role)
    try:
        if request.POST.get("end"):
            end_enrolment(enrolment, by=request.person)
            here = reverse("course:enrolment", args=[enrolment.pk])
            offer_undo(request, _("%(name)s is out of the course.") % {"name": name}, here)
        else:
            enrol_person(course, enrolment.person, role, by=request.person)
            messages.success(request, _("Saved: %(name)s.") % {"name": name})
    except ValidationError as error:
        say(request, error)
    return see_other(reverse("course:people", args=[course.pk]))
