"""All that changes people and their institution."""

import secrets
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.people import rules
from lyceum.core.people.events import (
    InstitutionChanged,
    PersonInvited,
    PersonJoined,
    PersonReinstated,
    PersonRoleChanged,
    PersonSuspended,
)
from lyceum.core.people.models import Institution, Invitation, Person, Suspension, User
from lyceum.core.people.permissions import require
from lyceum.kernel import clock, tenancy
from lyceum.kernel.events import emit
from lyceum.kernel.mail import send_mail

BRAND_FIELDS = {"name", "colour", "logo", "language", "time_zone", "sign_up", "host"}
PROFILE_FIELDS = {"name", "language", "time_zone", "shortcuts", "reduced_data"}


@dataclass(frozen=True)
class Invited:
    """An invitation and its secret, which exists only here and in the mail."""

    invitation: Invitation
    token: str


@transaction.atomic
def found_institution(
    *, name: str, administrator_name: str, email: str, password: str | None, **brand: Any
) -> Person:
    """Make an institution with its first administrator, and return them."""
    institution = Institution.objects.create(name=name, **brand)
    with tenancy.using(institution.id):
        user = User.objects.filter(email=email.lower()).first()
        user = user or User.objects.create_user(email, password)
        return add_person(institution, user, administrator_name, Person.Role.ADMINISTRATOR)


def add_person(
    institution: Institution, user: User, name: str, role: str = Person.Role.MEMBER
) -> Person:
    """Give a user a presence; someone who is there already is returned unchanged."""
    person, new = Person.objects.get_or_create(
        institution=institution, user=user, defaults={"name": name, "role": role}
    )
    if new:
        emit(PersonJoined(person_id=person.pk))
    return person


@transaction.atomic
def join_institution(institution: Institution, *, user: User, name: str) -> Person:
    """Let a user in by themselves, where the institution is open to everybody."""
    if institution.sign_up != Institution.SignUp.OPEN:
        raise ValidationError(_("Only people who were invited can join. Ask for an invitation."))
    return add_person(institution, user, name)


@transaction.atomic
def create_user(email: str, password: str | None) -> User:
    """Make an account whose address was proven: an invitation reached it."""
    user = User.objects.create_user(email, password)
    prove_address(user)
    return user


def prove_address(user: User) -> None:
    """Take the address as the user's own, so that they can sign in with it."""
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def invite_person(
    email: str, *, name: str = "", role: str = Person.Role.MEMBER, by: Person, link: str
) -> Invited:
    """Mail an invitation. `link` holds the word TOKEN where the secret goes."""
    require(by, "invite", by.institution)
    if not rules.may_give_role(by.role, role):
        raise ValidationError(_("You cannot give a role above your own."))
    return write_invitation(email, name=name, role=role, by=by, link=link)


def write_invitation(
    email: str, *, name: str, role: str, by: Person, link: str, about: str = ""
) -> Invited:
    """Record and mail an invitation whose sender was checked by the caller."""
    token = secrets.token_urlsafe(rules.TOKEN_BYTES)
    invitation = Invitation.objects.create(
        email=email.strip().lower(),
        name=name,
        role=role,
        token_hash=rules.token_hash(token),
        by=by,
        sent_at=clock.now(),
        expires_at=clock.now() + rules.INVITATION_LASTS,
    )
    send_mail(
        "people/mail/invitation",
        to=invitation.email,
        context={
            "institution": by.institution.name,
            "by": by.name,
            "name": name,
            "about": about,
            "link": link.replace("TOKEN", token),
            "days": rules.INVITATION_LASTS.days,
        },
        language=by.institution.language,
    )
    emit(PersonInvited(invitation_id=invitation.pk, by_id=by.pk))
    return Invited(invitation, token)


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Person) -> None:
    """Close an invitation before its time; withdrawing twice is withdrawing once."""
    require(by, "invite", by.institution)
    if invitation.open_at(clock.now()):
        invitation.expires_at = clock.now()
        invitation.save(update_fields=["expires_at"])


@transaction.atomic
def accept_invitation(invitation: Invitation, *, user: User, name: str) -> Person:
    """Make the reader of an open invitation a person; accepting twice is one acceptance."""
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not locked.open_at(clock.now()):
        raise ValidationError(_("This invitation has been used or is too old. Ask for a new one."))
    person = add_person(locked.institution, user, name, locked.role)
    locked.accepted_at, locked.accepted_by = clock.now(), person
    locked.save(update_fields=["accepted_at", "accepted_by"])
    return person


@transaction.atomic
def change_profile(person: Person, *, by: Person, **changes: Any) -> Person:
    """Change name, language, time zone and comforts of a person."""
    require(by, "edit", person)
    return _set(person, changes, PROFILE_FIELDS)


@transaction.atomic
def change_institution(institution: Institution, *, by: Person, **changes: Any) -> Institution:
    """Change name, brand, language, time zone or sign-up."""
    require(by, "brand", institution)
    if not rules.is_colour(changes.get("colour", institution.colour)):
        raise ValidationError({"colour": _("Write the colour as # and six digits, like #1f6f5c.")})
    emit(InstitutionChanged(by_id=by.pk))
    return _set(institution, changes, BRAND_FIELDS)


@transaction.atomic
def give_role(person: Person, role: str, *, by: Person) -> Person:
    """Give another institution role. The last administrator keeps theirs."""
    require(by, "give_role", person)
    if role not in Person.Role.values or not rules.may_give_role(by.role, role):
        raise ValidationError(_("You cannot give this role."))
    if person.administers and role != Person.Role.ADMINISTRATOR:
        _keep_an_administrator(person)
    emit(PersonRoleChanged(person_id=person.pk, old=person.role, new=role, by_id=by.pk))
    return _set(person, {"role": role}, {"role"})


@transaction.atomic
def suspend_person(person: Person, *, reason: str = "", by: Person) -> Suspension:
    """Shut somebody out from the next request on. Suspending twice is one suspension."""
    require(by, "suspend", person)
    if person.pk == by.pk:
        raise ValidationError(_("You cannot suspend yourself."))
    if person.administers:
        _keep_an_administrator(person)
    suspension, new = Suspension.objects.get_or_create(
        person=person, defaults={"by": by, "at": clock.now(), "reason": reason}
    )
    if new:
        emit(PersonSuspended(person_id=person.pk, by_id=by.pk))
    return suspension


@transaction.atomic
def reinstate_person(person: Person, *, by: Person) -> None:
    """Let somebody in again."""
    require(by, "suspend", person)
    removed, _rows = Suspension.objects.filter(person=person).delete()
    if removed:
        emit(PersonReinstated(person_id=person.pk, by_id=by.pk))


def _keep_an_administrator(person: Person) -> None:
    others = Person.objects.filter(role=Person.Role.ADMINISTRATOR, suspension=None)
    if not others.exclude(pk=person.pk).exists():
        raise ValidationError(_("Somebody has to administer: make another administrator first."))


def _set[T: Person | Institution](obj: T, changes: dict[str, Any], allowed: set[str]) -> T:
    unknown = changes.keys() - allowed
    if unknown:
        raise ValidationError(_("Unknown field: %(names)s") % {"names": ", ".join(sorted(unknown))})
    for field, value in changes.items():
        setattr(obj, field, value)
    obj.full_clean(validate_unique=False, validate_constraints=False)
    obj.save(update_fields=list(changes))
    return obj
