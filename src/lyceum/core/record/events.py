"""What the record tells those above it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lyceum.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ItemCompleted(Event):
    """A learner has done an item."""

    order_key: ClassVar[str] = "person_id"
    course_id: UUID
    item_id: UUID
    person_id: UUID


@dataclass(frozen=True, kw_only=True)
class CourseCompleted(Event):
    """A learner has done everything that counts in a course."""

    order_key: ClassVar[str] = "person_id"
    course_id: UUID
    person_id: UUID
