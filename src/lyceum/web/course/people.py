"""Who is in the course, with which role; and the way to bring somebody in."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.models import CourseRole, Enrolment
from lyceum.core.enrolment.queries import people_in
from lyceum.core.people.permissions import abilities
from lyceum.web.policies import Request, course
from lyceum.web.sought import sought

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
    options, labels = role_options(), {role: str(label) for role, label in CourseRole.choices}
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "page": page,
        "rows": [
            (row, getattr(row, "progress", None), labels[row.role], options[row.role])
            for row in page
        ],
        "sought": options.get(request.GET.get("role", ""), options[""]),
        "q": sought(request),
        "form": form,
        "tab": "people",
        "here": reverse("course:people", args=[course.pk]),
    }
    return render(request, "course/people.html", context, status=status)


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
