"""The service worker, served from the root so that its scope is the whole site."""

from pathlib import Path

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from lyceum.web.policies import Request, public

SCRIPT = (Path(__file__).parent / "js" / "sw.js").read_text(encoding="utf-8")


@public
@require_safe
def worker(request: Request) -> HttpResponse:
    response = HttpResponse(SCRIPT, content_type="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response
