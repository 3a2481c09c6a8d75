"""Closing an invitation that should not have been sent."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.people.actions import withdraw_invitation
from lyceum.core.people.queries import invitations_waiting
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, institution


@institution("invite")
@require_POST
def withdrawal(request: Request, invitation_id: UUID) -> HttpResponse:
    found = invitations_waiting().filter(pk=invitation_id).first()
    if found is None:
        raise Http404
    withdraw_invitation(found, by=request.person)
    told = {"email": found.email}
    messages.success(request, _("The invitation of %(email)s was withdrawn.") % told)
    return see_other(reverse("admin:invitations"))
