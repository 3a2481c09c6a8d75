"""Accepting an invitation: as who is signed in, by signing in, or with a new account."""

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lyceum.core.enrolment.actions import accept_invitation
from lyceum.core.enrolment.queries import course_invited_to
from lyceum.core.people.actions import create_user
from lyceum.core.people.models import Invitation, User
from lyceum.core.people.permissions import abilities
from lyceum.core.people.queries import has_account, open_invitation
from lyceum.web.account.forms import PASSWORD_HINT, NameField
from lyceum.web.course.going_back import see_other
from lyceum.web.people.invitation import KEPT_AS, not_open
from lyceum.web.policies import Request, public

BACKEND = "lyceum.core.people.backends.PersonBackend"


class NewcomerForm(forms.Form):
    """What a new account needs besides the address, which the invitation proved."""

    name = NameField()
    password = forms.CharField(
        label=lazy("Password"),
        strip=False,
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, email: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.user = User(email=email)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def acceptance(request: Request) -> HttpResponse:
    invitation = open_invitation(request.session.get(KEPT_AS, ""))
    if invitation is None:
        return not_open(request)
    sent = request.method == "POST"
    if request.user.is_authenticated:
        if sent:
            return _accept(request, invitation, request.user, _known_name(request, invitation))
        return _ask(request, invitation, None)
    if has_account(invitation.email):
        return _ask(request, invitation, None)
    form = NewcomerForm(
        request.POST if sent else None, initial={"name": invitation.name}, email=invitation.email
    )
    if sent and form.is_valid():
        return _begin(request, invitation, form)
    return _ask(request, invitation, form, 422 if sent else 200)


def _ask(
    request: Request, invitation: Invitation, form: NewcomerForm | None, status: int = 200
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "course": course_invited_to(invitation),
        "form": form,
        "account": request.user if request.user.is_authenticated else None,
    }
    return render(request, "people/acceptance.html", context, status=status)


def _known_name(request: Request, invitation: Invitation) -> str:
    typed = " ".join(request.POST.get("name", "").split())[:120]
    return typed or invitation.name or invitation.email.partition("@")[0]


@transaction.atomic
def _begin(request: Request, invitation: Invitation, form: NewcomerForm) -> HttpResponse:
    user = create_user(invitation.email, form.cleaned_data["password"])
    answer = _accept(request, invitation, user, form.cleaned_data["name"])
    login(request, user, backend=BACKEND)
    return answer


def _accept(request: Request, invitation: Invitation, user: User, name: str) -> HttpResponse:
    course = course_invited_to(invitation)
    try:
        person = accept_invitation(invitation, user=user, name=name)
    except ValidationError:
        return not_open(request)
    request.session.pop(KEPT_AS, None)
    messages.success(request, _("Welcome, %(name)s.") % {"name": person.name})
    if course and "view" in abilities(person, course):
        return see_other(reverse("course:outline", args=[course.pk]))
    return see_other(reverse("home:home"))
