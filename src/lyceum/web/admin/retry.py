"""Trying again what was given up: a mail, or an event that was set aside."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.kernel.events import retry_parked
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.mail import retry_mail
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.kernel.tenancy import current
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, administrator


@administrator
@require_POST
def retry(request: Request) -> HttpResponse:
    mail, event = _id(request, "mail"), _id(request, "event")
    if found := OutgoingMail.objects.given_up().filter(tenant_id=current(), pk=mail).first():
        retry_mail(found)
    elif parked := OutboxEvent.objects.parked().filter(tenant_id=current(), event_id=event).first():
        retry_parked(parked)
    else:
        raise Http404
    messages.info(request, _("It is tried again within a minute."))
    return see_other(reverse("admin:health"))


def _id(request: Request, name: str) -> UUID:
    """Return the id that was sent, else one that nothing has."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return UUID(int=0)
