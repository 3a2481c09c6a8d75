"""Choosing a language, signed in or not: it is kept by the browser, and by the person."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.people.actions import change_profile
from lyceum.web.course.going_back import back
from lyceum.web.policies import Request, public

A_YEAR = 365 * 24 * 60 * 60


@public
@require_POST
def language(request: Request) -> HttpResponse:
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        raise BadRequest(_("This language is not spoken here. Choose one from the list."))
    if request.person:
        change_profile(request.person, language=chosen, by=request.person)
    response = back(request, reverse("home:home" if request.person else "account_login"))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
