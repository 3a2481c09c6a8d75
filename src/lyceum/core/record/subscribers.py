"""Progress is counted anew when what counts has changed."""

from uuid import UUID

from lyceum.core.courses.events import (
    CourseRestored,
    ItemArchived,
    ItemPublished,
    ItemWithdrawn,
)
from lyceum.core.courses.models import Course
from lyceum.core.record.actions import recount_course
from lyceum.kernel.events import subscribe


@subscribe(ItemPublished)
@subscribe(ItemWithdrawn)
@subscribe(ItemArchived)
@subscribe(CourseRestored)
def recount(
    event: ItemPublished | ItemWithdrawn | ItemArchived | CourseRestored, *, event_id: UUID
) -> None:
    course = Course.objects.filter(pk=event.course_id).first()
    if course:
        recount_course(course)
