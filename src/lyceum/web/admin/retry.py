"""Trying again what was given up: a mail, or an event that was set aside."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.kernel import tenancy
from lyceum.kernel.events import retry_parked
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.mail import retry_mail
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, administrator


@administrator
@require_POST
def retry(request: Request) -> HttpResponse:
    here = tenancy.current()
    mail = OutgoingMail.objects.given_up().filter(tenant_id=here, pk=_id(request.POST.get("mail")))
    event = OutboxEvent.objects.parked().filter(
        tenant_id=here, event_id=_id(request.POST.get("event"))
    )
    if found := mail.first():
        retry_mail(found)
    elif parked := event.first():
        retry_parked(parked)
    else:
        raise Http404
    messages.info(request, _("It is tried again within a minute."))
    return see_other(reverse("admin:health"))


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
