"""The institution's own logo."""

from django.http import Http404, HttpResponseBase
from django.views.decorators.http import require_safe

from lyceum.kernel.files import file_response
from lyceum.web.policies import Request, public


@public
@require_safe
def logo(request: Request) -> HttpResponseBase:
    if request.institution.logo is None:
        raise Http404
    response = file_response(request.institution.logo, inline=True, request=request)
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
