"""Making, changing, moving, copying, publishing, deleting and restoring items."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lyceum.core.courses import rules
from lyceum.core.courses.actions.marking import (
    checked_title,
    mark,
    next_position,
    outline_changed,
    renumber,
)
from lyceum.core.courses.events import ItemArchived, ItemPublished, ItemWithdrawn
from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item, Module
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require
from lyceum.kernel import clock
from lyceum.kernel.events import emit

WAITING = gettext_lazy(
    "It came with an import, is kept whole, and waits until this site can run it. "
    "Learners do not see it."
)
ITEM_FIELDS = {"title", "minutes", "completion", "minimum_seconds"}


@transaction.atomic
def create_item(
    module: Module, kind: str, title: str, data: Mapping[str, Any] | None = None, *, by: Person
) -> Item:
    """Add a draft item at the end of the module; `data` is the cleaned data of the kind's form."""
    require(by, "edit", module)
    if kind not in ITEM_KINDS:
        raise ValidationError(_("There is no kind of item called “%(kind)s”.") % {"kind": kind})
    item = Item.objects.create(
        course=module.course,
        module=module,
        kind=kind,
        title=checked_title(title),
        completion=ITEM_KINDS[kind].completions[0],
        position=next_position(Item.objects.filter(module=module)),
    )
    ITEM_KINDS[kind].write(item, data or {}, by=by)
    outline_changed(module.course)
    return item


@transaction.atomic
def change_item(
    item: Item, *, by: Person, data: Mapping[str, Any] | None = None, **changes: Any
) -> Item:
    """Change the title, when it counts as done, or (by `data`) the content of its kind."""
    require(by, "edit", item)
    if unknown := changes.keys() - ITEM_FIELDS:
        raise ValidationError(_("Unknown field: %(names)s") % {"names": ", ".join(sorted(unknown))})
    if "title" in changes:
        changes["title"] = checked_title(changes["title"])
    kind = ITEM_KINDS[item.kind]
    if changes.get("completion", item.completion) not in kind.completions:
        raise ValidationError({"completion": _("This kind of item cannot be done that way.")})
    for name, value in changes.items():
        setattr(item, name, value)
    item.save()
    if data is not None:
        kind.write(item, data, by=by)
    outline_changed(item.course)
    return item


@transaction.atomic
def publish_item(item: Item, *, by: Person) -> Item:
    """Let learners see the item. Publishing twice is one publication.

    What waits to be converted is not for them: its source may hold the answers.
    """
    require(by, "edit", item)
    if not ITEM_KINDS[item.kind].can_be_added:
        raise ValidationError(WAITING)
    if not item.published_at:
        mark(item, "published", by)
        outline_changed(item.course)
        emit_published(item, by)
    return item


def emit_published(item: Item, by: Person) -> None:
    emit(ItemPublished(course_id=item.course_id, item_id=item.pk, by_id=by.pk))


@transaction.atomic
def publish_module(module: Module, *, by: Person) -> int:
    """Let learners see every draft of the module that they could use; return how many there were.

    What waits to be converted stays a draft.
    """
    require(by, "edit", module)
    ready = [kind.name for kind in ITEM_KINDS if kind.can_be_added]
    drafts = Item.objects.filter(module=module, archived_at=None, published_at=None, kind__in=ready)
    found = list(drafts)
    drafts.update(published_at=clock.now(), published_by=by)
    for item in found:
        emit_published(item, by)
    if found:
        outline_changed(module.course)
    return len(found)


@transaction.atomic
def withdraw_item(item: Item, *, by: Person) -> Item:
    """Make a published item a draft again; progress on it is kept."""
    require(by, "edit", item)
    if item.published_at:
        mark(item, "published", None)
        outline_changed(item.course)
        emit(ItemWithdrawn(course_id=item.course_id, item_id=item.pk, by_id=by.pk))
    return item


@transaction.atomic
def move_item(item: Item, module: Module, position: int, *, by: Person) -> Item:
    """Put the item at `position` of a module of the same course; 0 is first."""
    require(by, "edit", item)
    if module.course_id != item.course_id:
        raise ValidationError(_("An item can be moved inside its own course only."))
    rows = {row.pk: row for row in Item.objects.filter(module=module, archived_at=None)}
    if item.module_id != module.pk:
        item.module = module
        item.save(update_fields=["module"])
        rows[item.pk] = item
    renumber([rows[pk] for pk in rules.moved(list(rows), item.pk, position)])
    outline_changed(item.course)
    return rows[item.pk]


@transaction.atomic
def archive_item(item: Item, *, by: Person) -> Item:
    """Delete the item so that it can be restored."""
    require(by, "edit", item)
    mark(item, "archived", by)
    outline_changed(item.course)
    emit(ItemArchived(course_id=item.course_id, item_id=item.pk, by_id=by.pk))
    return item


@transaction.atomic
def restore_item(item: Item, *, by: Person) -> Item:
    """Bring a deleted item back; its module comes back with it."""
    require(by, "edit", item)
    mark(item, "archived", None)
    if item.module.archived_at:
        mark(item.module, "archived", None)
    outline_changed(item.course)
    return item


@transaction.atomic
def duplicate_item(item: Item, *, by: Person) -> Item:
    """Make a draft copy right behind the item."""
    require(by, "edit", item)
    siblings = Item.objects.filter(module=item.module, archived_at=None)
    title = rules.copy_title(item.title, {row.title for row in siblings}, _("{title} (copy {n})"))
    copy = copy_item(item, item.module, title=title, by=None)
    return move_item(copy, item.module, list(siblings).index(item) + 1, by=by)


def copy_item(item: Item, module: Module, *, title: str, by: Person | None) -> Item:
    """Copy an item to the end of `module`; published by `by`, or a draft when that is None."""
    copy = Item.objects.create(
        course=module.course,
        module=module,
        kind=item.kind,
        title=title,
        position=next_position(Item.objects.filter(module=module)),
        published_at=clock.now() if by else None,
        published_by=by,
        **{name: getattr(item, name) for name in ITEM_FIELDS - {"title"}},
    )
    ITEM_KINDS[item.kind].copy(item, copy)
    return copy
