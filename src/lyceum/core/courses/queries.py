"""What may be read of a course, for those who may see it at all (see core/enrolment/queries)."""

from collections.abc import Iterable
from uuid import UUID

from lyceum.core.courses.models import Course, CourseFile, Item, ItemQuerySet, Module, PageDraft
from lyceum.core.people.models import Person


def modules_of(course: Course) -> list[Module]:
    """Return the modules that were not deleted, in their order."""
    return list(Module.objects.filter(course=course, archived_at=None))


def items_of(course: Course, *, drafts: bool) -> ItemQuerySet:
    """Return the course's items in the order of the outline, with their modules."""
    items: ItemQuerySet = Item.objects.filter(course=course).select_related("module")
    items = items.kept() if drafts else items.published()
    return items.order_by("module__position", "module_id", "position", "id")


def outline(course: Course, *, drafts: bool) -> list[tuple[Module, list[Item]]]:
    """Return modules with their items; without `drafts`, only modules with something to show."""
    held: dict[UUID, list[Item]] = {}
    for item in items_of(course, drafts=drafts):
        held.setdefault(item.module_id, []).append(item)
    rows = [(module, held.get(module.pk, [])) for module in modules_of(course)]
    return [row for row in rows if drafts or row[1]]


def archived_parts(course: Course) -> tuple[list[Module], list[Item]]:
    """Return what was deleted from the outline and can be restored."""
    modules = Module.objects.filter(course=course).exclude(archived_at=None)
    items = Item.objects.filter(course=course).exclude(archived_at=None)
    return list(modules), list(items.select_related("module"))


def neighbours(items: Iterable[Item], item: Item) -> tuple[Item | None, Item | None]:
    """Return the item before and the item after, in the order given."""
    order = list(items)
    at = next((n for n, other in enumerate(order) if other.pk == item.pk), None)
    if at is None:
        return None, None
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def draft_of(item: Item, person: Person) -> PageDraft | None:
    """Return the person's unfinished text of a page."""
    return PageDraft.objects.filter(page__item=item, person=person).first()


def file_of(file_id: UUID) -> CourseFile | None:
    return (
        CourseFile.objects.select_related("file", "course__institution").filter(pk=file_id).first()
    )
