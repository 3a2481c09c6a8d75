"""How a user signs in and how a password is kept."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import Argon2PasswordHasher

from lyceum.core.people.models import User
from lyceum.core.people.queries import person_of
from lyceum.kernel.tenancy import NoTenant, current


class TunedArgon2Hasher(Argon2PasswordHasher):
    """Argon2id at 60–80 ms on one slow core (OWASP: at least 19 MiB, 2 passes, 1 lane)."""

    time_cost = 2
    memory_cost = 32_768
    parallelism = 1


class PersonBackend(AuthenticationBackend):
    """Sign-in by e-mail; a session's user arrives with its `person`, in one query."""

    def get_user(self, user_id: Any) -> User | None:
        try:
            current()
        except NoTenant:
            return User.objects.filter(pk=user_id, is_active=True).first()
        person = person_of(user_id)
        if person is None:
            return User.objects.filter(pk=user_id, is_active=True).first()
        person.user.person = person  # type: ignore[attr-defined]
        return person.user if person.user.is_active else None
