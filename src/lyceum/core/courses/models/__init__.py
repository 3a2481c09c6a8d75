"""Courses, their outline, and the contents of the built-in item kinds."""

from lyceum.core.courses.models.contents import (
    FileContent,
    Link,
    Page,
    PageDraft,
    PageVersion,
    Unconverted,
)
from lyceum.core.courses.models.course import Course, CourseFile, CourseQuerySet
from lyceum.core.courses.models.outline import Item, ItemQuerySet, Module

__all__ = [
    "Course",
    "CourseFile",
    "CourseQuerySet",
    "FileContent",
    "Item",
    "ItemQuerySet",
    "Link",
    "Module",
    "Page",
    "PageDraft",
    "PageVersion",
    "Unconverted",
]
