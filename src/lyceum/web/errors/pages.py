"""Refusals as pages: what happened, what was kept, what to do."""

from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lyceum.core.courses.models import Course
from lyceum.core.people.permissions import MayNot, abilities


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such thing, or none this person may know of; both look the same."""
    return render(request, "errors/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """422: the form could not be read; a form too large for us is a 413."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request, _("What you sent is larger than this site takes at once."))
    sentence = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "errors/422.html", {"sentence": sentence}, status=422)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, and not allowed. Names the course, so that its page can say how to get in."""
    obj = exception.obj if isinstance(exception, MayNot) else None
    course = obj if isinstance(obj, Course) else getattr(obj, "course", None)
    return render(request, "errors/403.html", {"course": course}, status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was not ours, or too old."""
    return render(request, "errors/403.html", {"stale_form": True}, status=403)


def gone(request: HttpRequest, course: Course) -> HttpResponse:
    """410: the course was deleted; who may restore it gets the button."""
    person: Any = getattr(request, "person", None)
    context = {"course": course, "may_restore": "archive" in abilities(person, course)}
    return render(request, "errors/410.html", context, status=410)


def suspended(request: HttpRequest) -> HttpResponse:
    """403: shut out, from the very next request."""
    return render(request, "errors/suspended.html", status=403)


def too_large(request: HttpRequest, sentence: str) -> HttpResponse:
    """413: says how large is too large; the form is still in the browser."""
    return render(request, "errors/413.html", {"sentence": sentence}, status=413)


def too_often(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries; says when to try again."""
    response = render(request, "errors/429.html", status=429)
    response.headers["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing half-done was kept."""
    return render(request, "errors/500.html", status=500)


def first_run(request: HttpRequest) -> HttpResponse:
    """503: no institution answers to this host yet."""
    return render(request, "errors/first_run.html", status=503)
