"""What happens to enrolments."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lyceum.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PersonEnrolled(Event):
    """Somebody came into a course."""

    order_key: ClassVar[str] = "person_id"
    course_id: UUID
    person_id: UUID
    role: str
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class EnrolmentEnded(Event):
    """Somebody left a course, or was taken out of it."""

    order_key: ClassVar[str] = "person_id"
    course_id: UUID
    person_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class CourseRoleChanged(Event):
    """Somebody has another role in a course."""

    order_key: ClassVar[str] = "person_id"
    course_id: UUID
    person_id: UUID
    old: str
    new: str
    by_id: UUID
