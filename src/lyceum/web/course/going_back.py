"""Where a form leads when it is done."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lyceum.core.courses.models import Course


def see_other(url: str) -> HttpResponse:
    """Answer a form with 303, so that reloading the next page sends nothing twice."""
    return HttpResponseRedirect(url, status=303)


def to_outline(course: Course, *, editing: bool = True, anchor: object = "") -> HttpResponse:
    """Lead to the outline, in editing where the form came from there."""
    url = reverse("course:outline", args=[course.pk])
    query = "?" + urlencode({"edit": 1}) if editing else ""
    return see_other(f"{url}{query}{f'#{anchor}' if anchor else ''}")


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """Lead to the form's `next` when that is a page of ours, else to `otherwise`."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return see_other(wanted if safe else otherwise)
