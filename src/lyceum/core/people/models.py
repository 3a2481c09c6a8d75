"""The institution (the tenant), its people, and what it knows of their coming in."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7
from lyceum.kernel.models import StoredFile
from lyceum.kernel.tenancy import TenantManager, current


class Institution(models.Model):
    """The tenant: people, courses, brand and settings; every row belongs to exactly one."""

    class SignUp(models.TextChoices):
        OPEN = "open", _("Anyone may create an account")
        INVITED = "invited", _("Only people who were invited")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=120)
    host = models.CharField(_("host name"), max_length=253, unique=True, null=True, blank=True)
    colour = models.CharField(_("colour"), max_length=7, default="#1f6f5c")
    logo = models.ForeignKey(StoredFile, models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(_("language"), max_length=12, default="en")
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    sign_up = models.CharField(_("sign-up"), max_length=8, choices=SignUp, default=SignUp.INVITED)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    def __str__(self) -> str:
        return self.name


class InstitutionOwned(models.Model):
    """Base of every model above the kernel that belongs to an institution."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(
        Institution, models.CASCADE, default=current, related_name="+", db_index=False
    )

    objects = TenantManager()

    class Meta:
        abstract = True


class UserManager(BaseUserManager["User"]):
    """Makes users whose address is kept in lower case, so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account to sign in with. It belongs to no institution; `Person` is its presence in one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]

    def __str__(self) -> str:
        return self.email


class Person(InstitutionOwned):
    """A user's presence in one institution, with the institution role they hold there."""

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("Administrator")
        TEACHER = "teacher", _("Teacher")
        MEMBER = "member", _("Member")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="persons")
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.MEMBER)
    language = models.CharField(_("language"), max_length=12, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    shortcuts = models.BooleanField(_("single-key shortcuts"), default=True)
    reduced_data = models.BooleanField(_("reduced data"), default=False)
    joined_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("institution", "user", name="person_once_per_institution")
        ]
        indexes = [models.Index(fields=["institution", "name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def email(self) -> str:
        return self.user.email

    @property
    def administers(self) -> bool:
        return self.role == self.Role.ADMINISTRATOR

    @property
    def may_create_courses(self) -> bool:
        return self.role in {self.Role.ADMINISTRATOR, self.Role.TEACHER}

    @property
    def zone(self) -> str:
        return self.time_zone or self.institution.time_zone

    @property
    def is_suspended(self) -> bool:
        return hasattr(self, "suspension")


class Suspension(InstitutionOwned):
    """Somebody was shut out, by whom, when and why. Deleting the row lets them in again."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="suspension")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(_("reason"), max_length=300, blank=True)


class Invitation(InstitutionOwned):
    """A mail that lets its reader become a person of the institution. The token is kept hashed."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(max_length=16, choices=Person.Role, default=Person.Role.MEMBER)
    token_hash = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["institution", "email"], name="invitation_by_email")]

    def open_at(self, moment: Any) -> bool:
        """Whether the invitation can still be accepted at `moment`."""
        return self.accepted_at is None and moment < self.expires_at
