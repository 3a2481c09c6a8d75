"""Who is in the course, with which role; and the way to bring somebody in."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.models import CourseRole, Enrolment
from lyceum.core.enrolment.queries import people_in
from lyceum.core.people.permissions import abilities
from lyceum.web.policies import Request, course

PAGE = 50


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
    found = narrowed(people_in(course).select_related("person", "progress"), request.GET)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "page": page,
        "rows": [(row, getattr(row, "progress", None)) for row in page],
        "roles": CourseRole.choices,
        "q": request.GET.get("q", ""),
        "role": request.GET.get("role", ""),
        "form": form,
        "tab": "people",
        "here": reverse("course:people", args=[course.pk]),
    }
    return render(request, "course/people.html", context, status=status)


def narrowed(rows: QuerySet[Enrolment], asked: QueryDict) -> QuerySet[Enrolment]:
    """Narrow to the words and the role asked for."""
    for word in asked.get("q", "").split()[:5]:
        rows = rows.filter(person__name__icontains=word)
    if asked.get("role") in CourseRole.values:
        rows = rows.filter(role=asked["role"])
    return rows


def say(request: Request, error: ValidationError) -> None:
    messages.error(request, " ".join(error.messages))
