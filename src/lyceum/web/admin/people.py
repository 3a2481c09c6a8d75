"""Everybody in the institution: found by name, address or role."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.people.models import Person
from lyceum.core.people.queries import people_visible_to, search_people
from lyceum.web.policies import Request, administrator
from lyceum.web.sought import sought

PAGE = 50
SUSPENDED = "suspended"


@administrator
@require_safe
def people(request: Request) -> HttpResponse:
    text = sought(request)
    which = request.GET.get("role", "")
    found = search_people(people_visible_to(request.person), text).order_by("name", "pk")
    if which in Person.Role.values:
        found = found.filter(role=which)
    elif which == SUSPENDED:
        found = found.filter(suspension__isnull=False)
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "roles": Person.Role.choices,
        "q": text,
        "role": which,
        "tab": "people",
    }
    return render(request, "admin/people.html", context)
