"""What happens to courses."""

from dataclasses import dataclass
from uuid import UUID

from lyceum.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class CourseCreated(Event):
    """Somebody made a course."""

    course_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class CoursePublished(Event):
    """Learners can see the course from now on."""

    course_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class CourseWithdrawn(Event):
    """A published course is a draft again."""

    course_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class CourseArchived(Event):
    """The course was deleted; it can be restored."""

    course_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class CourseRestored(Event):
    """A deleted course is back."""

    course_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class ItemPublished(Event):
    """Learners can see the item, or its new text, from now on."""

    course_id: UUID
    item_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class ItemWithdrawn(Event):
    """A published item is a draft again."""

    course_id: UUID
    item_id: UUID
    by_id: UUID


@dataclass(frozen=True, kw_only=True)
class ItemArchived(Event):
    """An item was deleted; it can be restored."""

    course_id: UUID
    item_id: UUID
    by_id: UUID
