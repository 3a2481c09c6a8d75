"""What the sign-in library asks of this site: who may sign up, where to lead, how to mail."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from lyceum.core.people.models import Institution
from lyceum.kernel.mail import send_mail

MAILS = "account/mail"
TOLD = {"from_email", "to_email", "password_reset_url", "activate_url", "signup_url"}


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up by the institution's choice, mail in its name, and no way out to other sites."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This e-mail address and password do not fit together."),
        "too_many_login_attempts": _(
            "Too many tries. Wait five minutes, or reset your password by mail."
        ),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "duplicate_email": _("This is your address already."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return bool(request.institution.sign_up == Institution.SignUp.OPEN)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """An open session alone may not take the account to another address."""
        return True

    def is_safe_url(self, url: str | None) -> bool:
        """Whether `url` is a path of this site: other sites, known or not, are never led to."""
        path = url or ""
        plain = path.startswith("/") and path.isprintable() and "\\" not in path
        return plain and url_has_allowed_host_and_scheme(path, allowed_hosts=None)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:profile")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("people:profile" if self.request.user.is_authenticated else "account_login")

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Signing in is its own message; all others are said."""
        if "account/messages/logged_in.txt" not in args:
            super().add_message(request, level, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue our own mail of that name, in the language of the page that caused it."""
        name = template_prefix.rpartition("/")[2]
        told = {key: str(value) for key, value in context.items() if key in TOLD}
        institution: Institution = self.request.institution
        send_mail(
            f"{MAILS}/{name}",
            to=email,
            context=told | {"institution": institution.name, "email": email},
            language=translation.get_language() or settings.LANGUAGE_CODE,
        )
