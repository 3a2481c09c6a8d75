"""What happens to people."""

from dataclasses import dataclass
from uuid import UUID

from lyceum.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Event):
    """Somebody became a person of the institution."""

    person_id: UUID


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Event):
    """An invitation was mailed."""

    invitation_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class PersonRoleChanged(Event):
    """An administrator gave somebody another institution role."""

    person_id: UUID
    old: str
    new: str
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class PersonSuspended(Event):
    """An administrator shut somebody out."""

    person_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class PersonReinstated(Event):
    """An administrator let somebody in again."""

    person_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class InstitutionChanged(Event):
    """Name, brand, language, time zone or sign-up were changed."""

    by_id: UUID
