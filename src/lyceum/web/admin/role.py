"""Giving somebody another role in the institution."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.people.actions import give_role
from lyceum.core.people.models import Person
from lyceum.web import policies
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request


@policies.person("give_role")
@require_POST
def role(request: Request, person: Person) -> HttpResponse:
    try:
        give_role(person, request.POST.get("role", ""), by=request.person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        told = {"name": person.name, "role": person.get_role_display()}
        messages.success(request, _("%(name)s: %(role)s.") % told)
    return see_other(reverse("admin:person", args=[person.pk]))
