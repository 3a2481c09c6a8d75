"""Whether everything runs, and what waits or was set aside, with the button to try again."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.kernel import tenancy
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.health import ready
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.web.policies import Request, administrator

SHOWN = 20


@administrator
@require_safe
def health(request: Request) -> HttpResponse:
    mails = OutgoingMail.objects.filter(tenant_id=tenancy.current())
    events = OutboxEvent.objects.filter(tenant_id=tenancy.current())
    context = {
        "checks": ready(),
        "waiting": mails.waiting().count(),
        "refused": mails.given_up().order_by("-created_at")[:SHOWN],
        "pending": events.pending().count(),
        "parked": events.parked()[:SHOWN],
        "tab": "health",
    }
    return render(request, "admin/health.html", context)
