"""What may be read about the institution and its people."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from lyceum.core.people.models import Institution, Invitation, Person, User
from lyceum.core.people.rules import token_hash
from lyceum.kernel import clock
from lyceum.kernel.prepared import prepared


def institution_for(host: str) -> Institution | None:
    """Return the institution that answers to `host`, else the only one there is, else None."""
    candidates = _answering_to(host)
    for institution in candidates:
        if institution.host == host:
            return institution
    if not candidates:
        candidates = list(Institution.objects.all()[:2])
    return candidates[0] if len(candidates) == 1 else None


@prepared
def _answering_to(host: str) -> QuerySet[Institution]:
    return Institution.objects.filter(Q(host=host) | Q(host=None))[:3]


def any_institution() -> bool:
    """Whether the site has an institution at all, so that its first run is over."""
    return Institution.objects.exists()


def people_visible_to(person: Person) -> QuerySet[Person]:
    """All people for an administrator; oneself for everybody else."""
    people: QuerySet[Person] = Person.objects.select_related("user", "suspension")
    return people if person.administers else people.filter(pk=person.pk)


def search_people(people: QuerySet[Person], text: str) -> QuerySet[Person]:
    """Narrow to those whose name or address contains every word of `text`."""
    for word in text.split():
        people = people.filter(Q(name__icontains=word) | Q(user__email__icontains=word))
    return people


def open_invitation(token: str) -> Invitation | None:
    """Return the invitation this token opens now, or None."""
    found = (
        Invitation.objects.filter(token_hash=token_hash(token))
        .select_related("by", "institution")
        .first()
    )
    return found if found and found.open_at(clock.now()) else None


def invitations_waiting() -> QuerySet[Invitation]:
    """Return the invitations that can still be accepted, newest first."""
    waiting: QuerySet[Invitation] = Invitation.objects.filter(
        accepted_at=None, expires_at__gt=clock.now()
    )
    return waiting.select_related("by").order_by("-sent_at")


def addresses_present(addresses: Iterable[str]) -> frozenset[str]:
    """Return those of the addresses (in lower case) that people of the institution have."""
    found = Person.objects.filter(user__email__in=list(addresses))
    return frozenset(found.values_list("user__email", flat=True))


def has_account(email: str) -> bool:
    """Whether somebody can sign in with this address."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).exists()


def person_of(user_id: UUID | str) -> Person | None:
    """Return the presence of this user in the institution in use, with user and suspension."""
    return next(iter(_persons_of(UUID(str(user_id)))), None)


@prepared
def _persons_of(user_id: UUID) -> QuerySet[Person]:
    return Person.objects.select_related("user", "institution", "suspension").filter(
        user_id=user_id
    )


def names_of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these people of the institution by id."""
    wanted = {each for each in ids if each}
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def administrators() -> QuerySet[Person]:
    return Person.objects.filter(role=Person.Role.ADMINISTRATOR, suspension=None)
