"""Jump: find a course, an item, a person or a screen by a few letters."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lyceum.core.enrolment.queries import courses_known_to, items_known_to
from lyceum.core.people.queries import people_visible_to, search_people
from lyceum.web.policies import Request, signed_in
from lyceum.web.sought import sought

MOST = 6


@dataclass(frozen=True)
class Hit:
    """One thing to jump to."""

    title: str
    note: str
    url: str
    icon: str


@signed_in
@require_safe
def jump(request: Request) -> HttpResponse:
    text = sought(request)
    context = {"q": text, "hits": hits(request, text), "fragment": "HX-Request" in request.headers}
    name = "home/jump.html#hits" if context["fragment"] else "home/jump.html"
    return render(request, name, context)


def hits(request: Request, text: str) -> list[Hit]:
    """Return screens first, then courses, items and people, a few of each."""
    found = [hit for hit in screens(request) if text.lower() in hit.title.lower()]
    if not text:
        return found
    titled = Q(title__icontains=text)
    courses = courses_known_to(request.person).filter(archived_at=None)
    for course in courses.filter(titled | Q(code__icontains=text))[:MOST]:
        url = reverse("course:outline", args=[course.pk])
        found.append(Hit(course.title, _("Course"), url, "book-open"))
    for item in items_known_to(request.person).filter(
        titled, archived_at=None, course__archived_at=None
    )[:MOST]:
        url = reverse("course:item", args=[item.pk])
        found.append(Hit(item.title, item.course.title, url, "file-text"))
    if request.person.administers:
        for person in search_people(people_visible_to(request.person), text)[:MOST]:
            url = reverse("admin:person", args=[person.pk])
            found.append(Hit(person.name, person.email, url, "user"))
    return found


def screens(request: Request) -> list[Hit]:
    """Return the tasks and screens this person may start from anywhere."""
    rows = [
        ("home:home", _("Home"), "house"),
        ("home:courses", _("My courses"), "book-open"),
        ("catalogue:catalogue", _("Catalogue"), "library"),
        ("people:profile", _("My profile"), "user"),
    ]
    if request.person.may_create_courses:
        rows.append(("course:creation", _("New course"), "plus"))
        rows.append(("course:importing", _("Import a course"), "upload"))
    if request.person.administers:
        rows.append(("admin:people", _("People of the institution"), "users"))
        rows.append(("admin:invitations", _("Invite people"), "mail"))
        rows.append(("admin:courses", _("All courses"), "library"))
        rows.append(("admin:brand", _("Name, logo and colour"), "palette"))
        rows.append(("admin:jobs", _("Jobs"), "list-checks"))
    return [Hit(title, "", reverse(name), icon) for name, title, icon in rows]
