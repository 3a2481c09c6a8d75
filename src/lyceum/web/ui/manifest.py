"""The web app manifest: the institution as something one can install."""

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from lyceum.web.policies import Request, public


@public
@require_safe
def manifest(request: Request) -> HttpResponse:
    """Answer with the manifest (W3C Web Application Manifest)."""
    institution = request.institution
    data = {
        "name": institution.name,
        "short_name": institution.name[:20],
        "start_url": "/",
        "display": "standalone",
        "theme_color": institution.colour,
        "background_color": "#faf8f4",
        "icons": [{"src": reverse("ui:mark"), "sizes": "any", "type": "image/svg+xml"}],
    }
    response = JsonResponse(data, content_type="application/manifest+json")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
