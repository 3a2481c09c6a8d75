"""Every course of the institution, deleted ones with the button that brings them back."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import CourseQuerySet
from lyceum.core.enrolment.queries import counted, courses_known_to
from lyceum.web.policies import Request, administrator
from lyceum.web.sought import sought

PAGE = 50
STATES = {
    "published": Q(archived_at=None, published_at__isnull=False),
    "draft": Q(archived_at=None, published_at=None),
    "archived": Q(archived_at__isnull=False),
}


@administrator
@require_safe
def courses(request: Request) -> HttpResponse:
    text = sought(request)
    state = request.GET.get("state", "")
    found: CourseQuerySet = courses_known_to(request.person)
    for word in text.split()[:5]:
        found = found.filter(Q(title__icontains=word) | Q(code__icontains=word))
    if state in STATES:
        found = found.filter(STATES[state])
    context = {
        "page": Paginator(counted(found).order_by("title", "pk"), PAGE).get_page(
            request.GET.get("page")
        ),
        "q": text,
        "state": state,
        "tab": "courses",
    }
    return render(request, "admin/courses.html", context)
