"""What every request gets: its institution, its person, their language and time, and refusals."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from lyceum.core.people.permissions import MayNot
from lyceum.core.people.queries import any_institution, institution_for
from lyceum.kernel import tenancy
from lyceum.web.errors import pages
from lyceum.web.policies import Gone, Request
from lyceum.web.ui import pseudo

GetResponse = Callable[[HttpRequest], HttpResponse]
COMPRESSED = ("text/html", "application/json")
WITHOUT_INSTITUTION = ("/healthz", "/readyz", "/static/", "/sw.js")


class HeadersMiddleware:
    """Dresses every answer in the headers that Django's own middleware does not know."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, told in settings.MORE_HEADERS.items():
            response.headers.setdefault(name, told)
        return response


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages and JSON. People's files go as they are: most are compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in COMPRESSED:
            return response
        return super().process_response(request, response)


class InstitutionMiddleware:
    """Finds the institution by host, else the only one, and keeps to it for the whole request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.person = None  # type: ignore[assignment]
        if request.path.startswith(WITHOUT_INSTITUTION):
            return self.get_response(request)
        institution = institution_for(request.get_host().partition(":")[0].lower())
        if institution is None:
            return self._without(request)
        request.institution = institution
        with tenancy.using(institution.id):
            return self.get_response(request)

    def _without(self, request: Request) -> HttpResponse:
        """Before the first institution there is one page: the one that founds it."""
        if any_institution():
            return pages.first_run(request)
        founding = reverse("admin:first_run")
        if request.path == founding:
            return self.get_response(request)
        return HttpResponseRedirect(founding)


class PersonMiddleware:
    """Finds the person who is signed in, and speaks their language in their time zone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        if not hasattr(request, "institution"):
            return self.get_response(request)
        known = settings.SESSION_COOKIE_NAME in request.COOKIES
        if known:
            request.person = getattr(request.user, "person", None)  # type: ignore[assignment]
        person = request.person
        zone = person.zone if person else request.institution.time_zone
        with translation.override(language_of(request)), timezone.override(zone):
            if person and person.is_suspended and request.path != reverse("account_logout"):
                return pages.suspended(request)
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        if known and "Cache-Control" not in response.headers:
            patch_cache_control(response, no_store=True, private=True)
        return response


def language_of(request: Request) -> str:
    """Return the language a person chose, else this browser's choice, else what fits."""
    chosen = (request.person.language if request.person else "") or request.COOKIES.get(
        settings.LANGUAGE_COOKIE_NAME, ""
    )
    offered = chosen in dict(settings.LANGUAGES) or chosen == pseudo.LANGUAGE
    if offered and translation.check_for_language(chosen):
        return chosen
    accepted = request.headers.get("Accept-Language", "")
    if accepted and not request.person:
        found = translation.get_language_from_request(request)
        if found.split("-")[0] in accepted:
            return found
    return request.institution.language


def holds_nul(request: HttpRequest) -> bool:
    """Whether the address or a field holds NUL: no text, and PostgreSQL keeps none."""
    told = [request.path]
    for fields in (request.GET, request.POST):
        for name, values in fields.lists():
            told += [name, *values]
    return any("\0" in text for text in told)


class RefusalMiddleware:
    """Turns refusals into pages that say what happened and what opens the way."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Request, *_view: Any) -> HttpResponse | None:
        return pages.bad_request(request) if holds_nul(request) else None

    def process_exception(self, request: Request, error: Exception) -> HttpResponse | None:
        if isinstance(error, Gone):
            return pages.gone(request, error.course)
        if isinstance(error, MayNot):
            return pages.forbidden(request, error)
        if isinstance(error, Http404):
            return pages.not_found(request)
        return None
