"""That this process answers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lyceum.kernel.health import live
from lyceum.web.policies import public


@public
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n" if live() else "dying\n", content_type="text/plain; charset=utf-8")
