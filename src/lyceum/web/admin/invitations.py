"""Inviting people: one by a form, many by a list that is shown before anything is sent."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from lyceum.core.people.actions import invite_person
from lyceum.core.people.models import Person
from lyceum.core.people.queries import addresses_present, invitations_waiting
from lyceum.web.account.forms import NameField
from lyceum.web.admin.lines import (
    MOST_BYTES,
    MOST_LINES,
    Line,
    TooManyLines,
    mark_present,
    read_lines,
    text_of,
)
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, institution

PAGE = 50


class OneForm(forms.Form):
    """One person: the address is enough."""

    email = forms.EmailField(label=lazy("E-mail address"))
    name = NameField(label=lazy("Name"), required=False)
    role = forms.ChoiceField(label=lazy("Role"), choices=Person.Role, initial=Person.Role.MEMBER)


class ListForm(forms.Form):
    """Many people, typed, pasted from a spreadsheet, or as a file."""

    text = forms.CharField(
        label=lazy("List"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=lazy("One person a line: address, name, role. Only the address is needed."),
    )
    file = forms.FileField(
        label=lazy("Or a file (CSV)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )

    lines: list[Line]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        file = told.get("file")
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 1 MB: is it the right one?"))
        text = text_of(file.read()) if file else told.get("text", "")
        try:
            lines = read_lines(text, _roles(), otherwise=Person.Role.MEMBER)
        except TooManyLines:
            raise ValidationError(
                _("The list has more than %d lines. Invite in several steps.") % MOST_LINES
            ) from None
        if not lines:
            raise ValidationError(_("The list is empty: paste lines, or choose a file."))
        self.lines = mark_present(lines, addresses_present(line.email for line in lines))
        return told


def _roles() -> dict[str, str]:
    """Return what may be written for a role, in this language and in English."""
    written: dict[str, str] = {}
    for role in Person.Role:
        written[role.value] = written[str(role.label).lower()] = role.value
    return written


@institution("invite")
@require_http_methods(["GET", "POST"])
def invitations(request: Request) -> HttpResponse:
    if request.method != "POST":
        return _show(request)
    if "email" in request.POST:
        return _one(request)
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, many=form, status=422)
    if "send" in request.POST:
        return _many(request, [line for line in form.lines if not line.problem])
    return _preview(request, form.lines)


def _show(
    request: Request, one: OneForm | None = None, many: ListForm | None = None, status: int = 200
) -> HttpResponse:
    waiting = Paginator(invitations_waiting(), PAGE).get_page(request.GET.get("page"))
    context = {
        "one": one or OneForm(),
        "many": many or ListForm(),
        "page": waiting,
        "tab": "invitations",
    }
    return render(request, "admin/invitations.html", context, status=status)


def _preview(request: Request, lines: list[Line]) -> HttpResponse:
    """Show what would happen, with the list inside the form that makes it happen."""
    good = [line for line in lines if not line.problem]
    context = {
        "lines": lines,
        "good": good,
        "roles": dict(Person.Role.choices),
        "text": "\n".join(f"{line.email}\t{line.name}\t{line.role}" for line in good),
        "tab": "invitations",
    }
    return render(request, "admin/invitations_preview.html", context)


def _link(request: Request) -> str:
    return request.build_absolute_uri(reverse("people:invitation", args=["TOKEN"]))


def _one(request: Request) -> HttpResponse:
    form = OneForm(request.POST)
    if form.is_valid() and addresses_present([form.cleaned_data["email"].lower()]):
        form.add_error("email", _("Somebody with this address is here already."))
    if not form.is_valid():
        return _show(request, one=form, status=422)
    told = form.cleaned_data
    invite_person(**told, by=request.person, link=_link(request))
    messages.success(request, _("A mail is on its way to %(to)s.") % {"to": told["email"]})
    return see_other(reverse("admin:invitations"))


@transaction.atomic
def _many(request: Request, lines: list[Line]) -> HttpResponse:
    link = _link(request)
    for line in lines:
        invite_person(line.email, name=line.name, role=line.role, by=request.person, link=link)
    sentence = ngettext("%d mail is on its way.", "%d mails are on their way.", len(lines))
    messages.success(request, sentence % len(lines))
    return see_other(reverse("admin:invitations"))
