"""The catalogue: courses that one may join."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.enrolment.queries import catalogue as listed
from lyceum.core.enrolment.queries import enrolments_of
from lyceum.web.policies import Request, public
from lyceum.web.sought import sought

PAGE = 24


@public
@require_safe
def catalogue(request: Request) -> HttpResponse:
    text = sought(request)
    found = listed()
    for word in text.split()[:5]:
        found = found.filter(
            Q(title__icontains=word) | Q(summary__icontains=word) | Q(code__icontains=word)
        )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    mine = enrolments_of(request.person) if request.person else None
    context = {
        "page": page,
        "q": text,
        "mine": set(mine.values_list("course_id", flat=True)) if mine is not None else set(),
    }
    return render(request, "catalogue/catalogue.html", context)
