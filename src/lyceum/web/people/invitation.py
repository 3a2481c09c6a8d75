"""The link in an invitation's mail. Its secret goes into the session and out of the address."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lyceum.core.people.queries import open_invitation
from lyceum.web.policies import Request, public

KEPT_AS = "invitation"


@public
@never_cache
@require_safe
def invitation(request: Request, token: str) -> HttpResponse:
    """Take the token, and lead to a page whose address can be seen, logged and referred to."""
    if open_invitation(token) is None:
        return not_open(request)
    request.session[KEPT_AS] = token
    return HttpResponseRedirect(reverse("people:acceptance"))


def not_open(request: Request) -> HttpResponse:
    """404: used, too old, withdrawn or never written; all look the same."""
    return render(request, "people/invitation.html", status=404)
