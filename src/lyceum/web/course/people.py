"""Who is in the course, with which role; and the way to bring somebody in."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.defaultfilters import date
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.models import CourseRole, Enrolment
from lyceum.core.enrolment.queries import people_in
from lyceum.core.people.permissions import abilities
from lyceum.core.record.models import CourseProgress
from lyceum.web.policies import Request, course
from lyceum.web.sought import sought
from lyceum.web.ui.drawing import avatar
from lyceum.web.ui.hot import render_hot

PAGE = 50
SHOWN = ("role", "person__name", "progress__done", "progress__total", "progress__last_at")


class InvitationForm(forms.Form):
    """An address is enough: who is here already is enrolled, anybody else gets a mail."""

    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(label=_("Role"), choices=CourseRole, initial=CourseRole.LEARNER)


@course("see_people")
@require_safe
def people(request: Request, course: Course) -> HttpResponse:
    return show_people(request, course, InvitationForm())


def show_people(
    request: Request, course: Course, form: InvitationForm, status: int = 200
) -> HttpResponse:
    """Render the list; the invitation's screen shows it again with its errors."""
    found = narrowed(people_in(course).select_related("progress").only(*SHOWN), request)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    can, options = abilities(request.person, course), role_options()
    token = get_token(request) if "manage_people" in can else ""
    context = {
        "course": course,
        "can": can,
        "page": page,
        "rows": [person_row(row, options[row.role], token) for row in page],
        "sought": options.get(request.GET.get("role", ""), options[""]),
        "q": sought(request),
        "form": form,
        "tab": "people",
        "here": reverse("course:people", args=[course.pk]),
    }
    return render(request, "course/people.html", context, status=status)


def person_row(enrolment: Enrolment, options: SafeString, token: str) -> SafeString:
    """Draw a row of the list; with a form's `token`, also what changes the enrolment."""
    kept, learns = getattr(enrolment, "progress", None), enrolment.role == CourseRole.LEARNER
    slots = {
        "name": enrolment.person.name,
        "avatar": avatar(enrolment.person.name),
        "role": enrolment.get_role_display(),
        "progress": f"{kept.percent if kept else 0} %" if learns else "–",
        "no_progress": "" if learns else "none",
        "last_here": last_here(kept),
        "never_here": "" if kept else "none",
        "address": reverse("course:enrolment", args=[enrolment.pk]) if token else "",
        "token": token,
        "roles": options,
    }
    return render_hot(
        key=("person_row", bool(token)),
        template="course/people_row.html",
        context={"manages": bool(token)},
        slots=slots,
    )


def last_here(kept: CourseProgress | None) -> str:
    return date(timezone.localtime(kept.last_at), "j M, H:i") if kept else "–"


def role_options() -> dict[str, SafeString]:
    """Return the choices of a role's list, drawn once for each role that is chosen in it."""
    drawn = {}
    for chosen in ("", *CourseRole.values):
        rows = [
            (role, mark_safe(" selected") if role == chosen else "", label)
            for role, label in CourseRole.choices
        ]
        drawn[chosen] = format_html_join("", '<option value="{}"{}>{}</option>', rows)
    return drawn


def narrowed(rows: QuerySet[Enrolment], request: Request) -> QuerySet[Enrolment]:
    """Narrow to the words and the role asked for."""
    for word in sought(request).split()[:5]:
        rows = rows.filter(person__name__icontains=word)
    if request.GET.get("role") in CourseRole.values:
        rows = rows.filter(role=request.GET["role"])
    return rows


def say(request: Request, error: ValidationError) -> None:
    messages.error(request, " ".join(error.messages))
