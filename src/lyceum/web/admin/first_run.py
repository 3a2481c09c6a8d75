"""The first run: a few questions that end in a running institution, its founder signed in."""

from django import forms
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lyceum.core.people.actions import found_institution, prove_address
from lyceum.core.people.models import Person
from lyceum.core.people.rules import is_colour
from lyceum.web.account.forms import PASSWORD_HINT, AddressField, NameField
from lyceum.web.course.going_back import see_other
from lyceum.web.people.acceptance import BACKEND
from lyceum.web.policies import Request, setup


class FoundingForm(forms.Form):
    """What an institution needs to begin; everything can be changed later."""

    institution = NameField(
        label=lazy("Name of the institution"),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = NameField()
    email = AddressField(label=lazy("Your e-mail address"))
    password = forms.CharField(
        label=lazy("Password"),
        strip=False,
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    colour = forms.CharField(
        label=lazy("Colour"),
        initial="#1f6f5c",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=lazy("Buttons and links take it. A logo can be added later."),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean_colour(self) -> str:
        colour: str = self.cleaned_data["colour"].lower()
        if not is_colour(colour):
            raise ValidationError(_("Write the colour as # and six digits, like #1f6f5c."))
        return colour


@setup
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def first_run(request: Request) -> HttpResponse:
    language = translation.get_language_from_request(request)
    with translation.override(language):
        sent = request.method == "POST"
        form = FoundingForm(request.POST if sent else None)
        if sent and form.is_valid():
            person = _founded(form, language)
            login(request, person.user, backend=BACKEND)
            return see_other(reverse("home:home"))
        context = {"form": form, "token": request.POST.get("token") or request.GET.get("token", "")}
        return render(request, "admin/first_run.html", context, status=422 if sent else 200)


@transaction.atomic
def _founded(form: FoundingForm, language: str) -> Person:
    told = form.cleaned_data
    person = found_institution(
        name=told["institution"],
        administrator_name=told["name"],
        email=told["email"],
        password=told["password"],
        colour=told["colour"],
        language=language,
    )
    prove_address(person.user)
    return person
