"""The institution's mark: its first letter on its colour, as an icon for tabs and home screens."""

from django.http import HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from lyceum.web.policies import Request, public

SHAPE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<rect width="64" height="64" rx="14" fill="{colour}"/>'
    '<text x="32" y="44" font-family="Georgia,serif" font-size="36" font-weight="600"'
    ' text-anchor="middle" fill="#fff">{letter}</text></svg>'
)


@public
@require_safe
def mark(request: Request) -> HttpResponse:
    institution = request.institution
    letter = escape((institution.name.strip() or "L")[0].upper())
    drawn = SHAPE.format(colour=institution.colour, letter=letter)
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
