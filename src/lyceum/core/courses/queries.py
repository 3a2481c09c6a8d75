"""What may be read of a course, for those who may see it at all (see core/enrolment/queries)."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from lyceum.core.courses import rules
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


def files_of(course: Course, name: str = "") -> QuerySet[CourseFile]:
    """Return the course's files by path, those alone whose path holds `name`."""
    files: QuerySet[CourseFile] = CourseFile.objects.filter(course=course, path__icontains=name)
    return files.select_related("file").order_by("path", "id")


def file_sizes(ids: Iterable[str]) -> dict[str, int]:
    """Return the bytes of each of these course files, by its id."""
    files = CourseFile.objects.filter(pk__in=ids).values_list("pk", "file__size")
    return {str(pk): size for pk, size in files}


def file_uses(course: Course) -> dict[UUID, list[Item]]:
    """Return, for each file by its id, the kept items that hold, show or link it, drafts too."""
    items = items_of(course, drafts=True)
    found: dict[UUID, list[Item]] = {}
    texts = PageDraft.objects.filter(page__item__course=course).values_list("page__item", "body")
    drafts: dict[UUID, str] = {}
    for item_id, body in texts:
        drafts[item_id] = drafts.get(item_id, "") + body
    for item in items.select_related("page", "file_content", "unconverted"):
        page = getattr(item, "page", None)
        names = rules.file_ids_in((page.body if page else "") + drafts.get(item.pk, ""))
        held = getattr(item, "file_content", None), getattr(item, "unconverted", None)
        ids = {UUID(name) for name in names}
        ids |= {held[0].file_id} if held[0] else set()
        ids |= {held[1].source_id} if held[1] else set()
        for file_id in ids - {None}:
            found.setdefault(file_id, []).append(item)
    return found


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
