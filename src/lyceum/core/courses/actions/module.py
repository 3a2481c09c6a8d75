"""Making, naming, moving, copying, deleting and restoring modules."""

from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.courses import rules
from lyceum.core.courses.actions.item import copy_item
from lyceum.core.courses.actions.marking import (
    checked_title,
    mark,
    next_position,
    outline_changed,
    renumber,
)
from lyceum.core.courses.models import Course, Item, Module
from lyceum.core.courses.queries import modules_of
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require


@transaction.atomic
def create_module(course: Course, title: str, *, by: Person) -> Module:
    """Add a module at the end of the outline."""
    require(by, "edit", course)
    position = next_position(Module.objects.filter(course=course))
    module = Module.objects.create(course=course, title=checked_title(title), position=position)
    outline_changed(course)
    return module


@transaction.atomic
def rename_module(module: Module, title: str, *, by: Person) -> Module:
    require(by, "edit", module)
    module.title = checked_title(title)
    module.save(update_fields=["title"])
    outline_changed(module.course)
    return module


@transaction.atomic
def move_module(module: Module, position: int, *, by: Person) -> Module:
    """Put the module at `position` of the outline; 0 is first."""
    require(by, "edit", module)
    rows = {row.pk: row for row in modules_of(module.course)}
    renumber([rows[pk] for pk in rules.moved(list(rows), module.pk, position)])
    outline_changed(module.course)
    return rows[module.pk]


@transaction.atomic
def archive_module(module: Module, *, by: Person) -> Module:
    """Delete the module with its items so that it can be restored."""
    require(by, "edit", module)
    mark(module, "archived", by)
    outline_changed(module.course)
    return module


@transaction.atomic
def restore_module(module: Module, *, by: Person) -> Module:
    require(by, "edit", module)
    mark(module, "archived", None)
    outline_changed(module.course)
    return module


@transaction.atomic
def duplicate_module(module: Module, *, by: Person) -> Module:
    """Copy the module with its items to the end of the outline; the copies are drafts."""
    require(by, "edit", module)
    taken = {row.title for row in modules_of(module.course)}
    title = rules.copy_title(module.title, taken, _("{title} (copy {n})"))
    copy = copy_module(module, module.course, title=title, by=by, published=False)
    outline_changed(module.course)
    return copy


def copy_module(
    module: Module, course: Course, *, title: str, by: Person, published: bool = True
) -> Module:
    """Copy a module with its items into `course`; with `published` items keep their state."""
    copy = Module.objects.create(
        course=course, title=title, position=next_position(Module.objects.filter(course=course))
    )
    for item in Item.objects.filter(module=module, archived_at=None):
        copy_item(item, copy, title=item.title, by=by if published and item.is_published else None)
    return copy
