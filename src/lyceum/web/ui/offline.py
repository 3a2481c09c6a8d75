"""The page that a device shows when there is no network."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.web.policies import Request, public


@public
@require_safe
def offline(request: Request) -> HttpResponse:
    request.person = None  # type: ignore[assignment]
    response = render(request, "ui/offline.html")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
