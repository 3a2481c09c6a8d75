"""Who was refused what, the latest first: to see who is locked out, and who tries doors."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lyceum.core.people.queries import names_of
from lyceum.kernel.audit import AuditEntry
from lyceum.web.policies import Request, administrator

PAGE = 50
MEANINGS = {
    403: (_("Not allowed"), "warn"),
    404: (_("Not theirs to know"), "warn"),
    422: (_("Wrong password"), "quiet"),
    429: (_("Too often"), "bad"),
}


@administrator
@require_safe
def audit(request: Request) -> HttpResponse:
    page = Paginator(AuditEntry.objects.all(), PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    names = names_of(row.actor_id for row in rows)
    context = {
        "page": page,
        "rows": [
            (row, names.get(row.actor_id, "") if row.actor_id else "", *MEANINGS[row.status])
            for row in rows
        ],
        "tab": "audit",
    }
    return render(request, "admin/audit.html", context)
