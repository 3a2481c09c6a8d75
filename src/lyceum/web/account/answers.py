"""How the library's screens answer here: with a policy, honest status codes, nothing kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from lyceum.web.policies import Request, View, public

TOO_MANY = "too_many_login_attempts"
WAIT_SECONDS = "300"


def offered(view: Callable[..., Any], policy: Callable[[View], View] = public) -> View:
    """Return the library's view under one of our policies, answering like our own screens."""

    @wraps(view)
    def screen(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return told(request, view(request, *args, **kwargs))

    return policy(screen)


def told(request: Request, response: HttpResponseBase) -> HttpResponseBase:
    """Say by the status that a form was refused: 422, or 429 after too many tries."""
    if request.method != "POST":
        return response
    if response.status_code == 302:
        response.status_code = 303
    context = response.context_data if isinstance(response, TemplateResponse) else None
    form = context.get("form") if context else None
    if form is not None and form.errors:
        codes = {error.code for errors in form.errors.as_data().values() for error in errors}
        response.status_code = 429 if TOO_MANY in codes else 422
        if TOO_MANY in codes:
            response.headers["Retry-After"] = WAIT_SECONDS
    return response


def for_strangers(view: View) -> View:
    """Lead a user who is signed in and no person here to the page that says so."""

    @wraps(view)
    def screen(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.person:
            return HttpResponseRedirect(reverse("people:joining"))
        return view(request, *args, **kwargs)

    return screen


def forgetting(view: View) -> View:
    """After signing out, let the browser drop the pages it kept (SECURITY 77).

    Only its cache: its storage holds the theme, and texts that could not be sent yet.
    """

    @wraps(view)
    def screen(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return screen
