"""The forms of signing in, each asking for as little as it can and for nothing twice."""

from typing import Any, cast

from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.internal import flows
from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lyceum.core.people.actions import join_institution
from lyceum.core.people.models import User
from lyceum.core.people.rules import has_visible_text

PASSWORD_HINT = _(
    "At least 10 characters. A few words in a row are easy to keep and hard to guess."
)


class NameField(forms.CharField):
    """A person's name, which has to show something."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("label", _("Your name"))
        more.setdefault("widget", forms.TextInput(attrs={"autocomplete": "name"}))
        super().__init__(max_length=120, **more)

    def clean(self, value: Any) -> str:
        name = " ".join(super().clean(value).split())
        if self.required and not has_visible_text(name):
            raise forms.ValidationError(_("Write a name that can be seen."))
        return name


class AddressField(forms.EmailField):
    """An e-mail address that the browser may fill in."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("label", _("E-mail address"))
        more.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "username"}))
        super().__init__(**more)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class NewPasswordField(SetPasswordField):
    """A new password, asked for once: whoever mistypes it resets it."""

    def __init__(self, **more: Any) -> None:
        super().__init__(label=_("New password"), help_text=PASSWORD_HINT, **more)
        self.widget.attrs.pop("placeholder", None)


def new_password_of(form: forms.Form) -> NewPasswordField:
    """Return the form's field for it, which wants to know whose it is."""
    return cast(NewPasswordField, form.fields["password1"])


class LoginForm(library.LoginForm):
    """E-mail address and password, as password managers expect them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField()
        self.fields["password"].help_text = ""
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.order_fields(["login", "password"])


class SignupForm(library.SignupForm):
    """Name, address, password: an account, and a person of the institution with it."""

    name = NameField()
    field_order = ("name", "email", "password1")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = AddressField()
        self.fields["password1"] = PasswordField(
            label=_("Password"), autocomplete="new-password", help_text=PASSWORD_HINT
        )
        self.fields["password1"].widget.attrs.pop("placeholder", None)
        self.order_fields(self.field_order)

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        user: User = super().save(request)
        return user

    def signup(self, request: Any, user: User) -> None:
        """Called by the library once the account is there."""
        join_institution(request.institution, user=user, name=self.cleaned_data["name"])


class AddressForm(library.AddEmailForm):
    """Another e-mail address, which counts once its mail was answered."""

    email = AddressField(label=_("New e-mail address"))


class ChangePasswordForm(library.UserForm):
    """The present password and a new one. Guesses count like guesses at sign-in (SECURITY 65)."""

    oldpassword = PasswordField(label=_("Present password"), autocomplete="current-password")
    password1 = NewPasswordField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        new_password_of(self).user = self.user
        self.fields["oldpassword"].widget.attrs.pop("placeholder", None)

    def clean_oldpassword(self) -> str:
        given: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, given):
            raise get_adapter().validation_error("enter_current_password")
        return given

    def save(self) -> None:
        flows.password_change.change_password(self.user, self.cleaned_data["password1"])


class ResetForm(library.ResetPasswordForm):
    """The address to send a reset link to."""

    email = AddressField()


class ResetKeyForm(forms.Form):
    """The new password of somebody who came by the link in the mail."""

    password1 = NewPasswordField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.user = kwargs.pop("user", None)
        kwargs.pop("temp_key", None)
        super().__init__(*args, **kwargs)
        new_password_of(self).user = self.user

    def save(self) -> None:
        flows.password_reset.reset_password(self.user, self.cleaned_data["password1"])


class PasswordAgainForm(library.ReauthenticateForm):
    """The password once more, before something that an open session alone may not do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs.pop("placeholder", None)
