"""Making, describing, publishing, deleting and restoring a course."""

from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.courses import rules
from lyceum.core.courses.actions.marking import checked_title, mark, outline_changed
from lyceum.core.courses.actions.module import copy_module
from lyceum.core.courses.events import (
    CourseArchived,
    CourseCreated,
    CoursePublished,
    CourseRestored,
    CourseWithdrawn,
)
from lyceum.core.courses.models import Course, CourseFile
from lyceum.core.courses.queries import modules_of
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require
from lyceum.kernel.events import emit
from lyceum.kernel.files import keep_file

COURSE_FIELDS = {"title", "code", "summary", "image", "language", "starts_on", "ends_on"}


@transaction.atomic
def create_course(title: str, *, by: Person, **fields: Any) -> Course:
    """Make a draft course. Who made it becomes its teacher: enrolment hears of it in the web."""
    require(by, "create_course", by.institution)
    course = Course(title=checked_title(title))
    _describe(course, fields)
    course.save()
    emit(CourseCreated(course_id=course.pk, by_id=by.pk))
    return course


@transaction.atomic
def change_course(course: Course, *, by: Person, **changes: Any) -> Course:
    """Change what the course says of itself."""
    require(by, "edit", course)
    if "title" in changes:
        changes["title"] = checked_title(changes["title"])
    _describe(course, changes)
    course.save()
    outline_changed(course)
    return course


@transaction.atomic
def publish_course(course: Course, *, by: Person) -> Course:
    """Let learners see the course. Publishing twice is one publication."""
    require(by, "edit", course)
    if not course.published_at:
        mark(course, "published", by)
        outline_changed(course)
        emit(CoursePublished(course_id=course.pk, by_id=by.pk))
    return course


@transaction.atomic
def withdraw_course(course: Course, *, by: Person) -> Course:
    """Make a published course a draft again; learners keep their progress."""
    require(by, "edit", course)
    if course.published_at:
        mark(course, "published", None)
        outline_changed(course)
        emit(CourseWithdrawn(course_id=course.pk, by_id=by.pk))
    return course


@transaction.atomic
def archive_course(course: Course, *, by: Person) -> Course:
    """Delete the course so that it can be restored whole."""
    require(by, "archive", course)
    if not course.archived_at:
        mark(course, "archived", by)
        emit(CourseArchived(course_id=course.pk, by_id=by.pk))
    return course


@transaction.atomic
def restore_course(course: Course, *, by: Person) -> Course:
    """Bring a deleted course back as it was."""
    require(by, "archive", course)
    if course.archived_at:
        mark(course, "archived", None)
        outline_changed(course)
        emit(CourseRestored(course_id=course.pk, by_id=by.pk))
    return course


@transaction.atomic
def duplicate_course(course: Course, *, by: Person) -> Course:
    """Make a draft course with the same outline and contents, and no people."""
    require(by, "edit", course)
    require(by, "create_course", by.institution)
    taken = set(Course.objects.values_list("title", flat=True))
    copy = Course.objects.create(
        title=rules.copy_title(course.title, taken, _("{title} (copy {n})")),
        **{field: getattr(course, field) for field in COURSE_FIELDS - {"title"}},
    )
    for module in modules_of(course):
        copy_module(module, copy, title=module.title, by=by)
    emit(CourseCreated(course_id=copy.pk, by_id=by.pk))
    return copy


@transaction.atomic
def keep_course_file(course: Course, stream: IO[bytes], *, name: str, by: Person) -> CourseFile:
    """Keep a file for the pages of the course."""
    require(by, "edit", course)
    file = keep_file(stream, name=name, by_id=by.pk)
    return CourseFile.objects.create(course=course, file=file, path=file.name)


def _describe(course: Course, fields: dict[str, Any]) -> None:
    unknown = fields.keys() - COURSE_FIELDS
    if unknown:
        raise ValidationError(_("Unknown field: %(names)s") % {"names": ", ".join(sorted(unknown))})
    for name, value in fields.items():
        setattr(course, name, value)
    if course.starts_on and course.ends_on and course.ends_on < course.starts_on:
        raise ValidationError({"ends_on": _("The course cannot end before it starts.")})
    course.clean_fields(exclude=["institution", "published_by", "archived_by"])
