"""Shutting somebody out from their next request on, and letting them in again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.people.actions import reinstate_person, suspend_person
from lyceum.core.people.models import Person
from lyceum.web import policies
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request
from lyceum.web.undo import offer_undo


@policies.person("suspend")
@require_POST
def suspension(request: Request, person: Person) -> HttpResponse:
    here = reverse("admin:suspension", args=[person.pk])
    told = {"name": person.name}
    try:
        if request.POST.get("restore"):
            reinstate_person(person, by=request.person)
            messages.success(request, _("%(name)s may come in again.") % told)
        else:
            reason = request.POST.get("reason", "").strip()[:300]
            suspend_person(person, reason=reason, by=request.person)
            offer_undo(request, _("%(name)s is shut out.") % told, here)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return see_other(reverse("admin:person", args=[person.pk]))
