"""Notes each refusal, one row for each (SECURITY), for those who administer the institution."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from lyceum.kernel.audit import note_refusal
from lyceum.kernel.logs import safe_path
from lyceum.web.policies import Request
from lyceum.web.tries import Tries

MOST, SECONDS = 60, 60
"""More refusals of one visitor in a minute are counted nowhere but in the log."""


class AuditMiddleware:
    """Stands inside the institution and outside everything that may refuse."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        if hasattr(request, "institution") and is_refusal(request, response.status_code):
            _note(request, response.status_code)
        return response


def is_refusal(request: HttpRequest, status: int) -> bool:
    """Whether somebody was kept from something: a mistyped address is nobody's business."""
    match = request.resolver_match
    if status == 404:
        return match is not None and any(name.endswith("_id") for name in match.kwargs)
    if status == 422:
        return match is not None and match.view_name == "account_login"
    return status in {403, 429}


def _note(request: Request, status: int) -> None:
    address = get_adapter().get_client_ip(request)
    tries = Tries("audit", request.person.pk if request.person else address, MOST, SECONDS)
    if tries.used_up():
        return
    tries.count()
    note_refusal(
        actor_id=request.person.pk if request.person else None,
        address=address,
        method=request.method or "",
        path=safe_path(request),
        status=status,
        request_id=request.request_id,
    )
