"""Reading where something should be moved to."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _


def wanted_position(request: HttpRequest, present: int) -> int:
    """Return the position a form asks for: `position` itself, or `by` (−1 up, +1 down)."""
    try:
        if "by" in request.POST:
            return max(0, present + int(request.POST["by"]))
        return int(request.POST["position"])
    except (KeyError, ValueError) as error:
        raise BadRequest(_("Say the position as a whole number.")) from error
