"""Whether the site can serve: 200 or 503, with each check by name and nothing that is secret."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lyceum.kernel.health import can_serve, ready
from lyceum.web.policies import public


@public
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Say of each check only whether it holds; why it does not stands in the log and on Health."""
    checks = ready()
    body = {
        "ready": can_serve(checks),
        "checks": {check.name: "ok" if check.ok else "failing" for check in checks},
    }
    return JsonResponse(body, status=200 if body["ready"] else 503)
