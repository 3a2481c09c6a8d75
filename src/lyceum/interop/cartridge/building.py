"""Rows for a course, made in memory from a package; nothing is saved here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import (
    Course,
    CourseFile,
    FileContent,
    Item,
    Link,
    Module,
    Page,
    PageVersion,
    Unconverted,
)
from lyceum.core.people.models import Person
from lyceum.core.people.rules import has_visible_text
from lyceum.interop.cartridge.contents import (
    Cartridge,
    CartridgeRefused,
    ReadFile,
    ReadItem,
    ReadLink,
    ReadModule,
    ReadPage,
    ReadUnconverted,
)
from lyceum.interop.cartridge.filling import COURSE_ADDRESS, Places, filled
from lyceum.interop.cartridge.report import Report
from lyceum.kernel.markup import MarkupTooLarge, clean, reading_minutes

LONGEST_NOTE = 2_000


@dataclass
class Rows:
    """All rows of one import, in the order in which the database can take them."""

    modules: list[Module] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    versions: list[PageVersion] = field(default_factory=list)
    files: list[FileContent] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unconverted: list[Unconverted] = field(default_factory=list)

    def move_to(self, course: Course, first: int) -> None:
        """Hang everything under `course`, its modules from the position `first` on."""
        old = self.modules[0].course_id
        for module in self.modules:
            module.course = course
            module.position += first
        for item in self.items:
            item.course = course
        for page, version in zip(self.pages, self.versions, strict=True):
            page.body = version.body = page.body.replace(
                f"{COURSE_ADDRESS}{old}", f"{COURSE_ADDRESS}{course.pk}"
            )

    def save(self) -> None:
        """Insert everything; the caller holds the transaction."""
        Module.objects.bulk_create(self.modules)
        Item.objects.bulk_create(self.items)
        Page.objects.bulk_create(self.pages, batch_size=100)
        PageVersion.objects.bulk_create(self.versions, batch_size=100)
        FileContent.objects.bulk_create(self.files)
        Link.objects.bulk_create(self.links)
        Unconverted.objects.bulk_create(self.unconverted)


@dataclass
class Builder:
    """Turns what was read into rows of `course`, whose modules count from 0."""

    course: Course
    files: Mapping[str, CourseFile]
    sources: Mapping[int, CourseFile]
    """Source of an unconverted item, by its number among all items."""
    by: Person
    at: datetime
    report: Report
    rows: Rows = field(default_factory=Rows)

    def build(self, cartridge: Cartridge, step: Callable[[], None]) -> Rows:
        """Return the rows; `step` is called after each item."""
        places = Places(self.course.pk, {path: file.pk for path, file in self.files.items()})
        firsts: dict[str, Item] = {}
        made: list[tuple[ReadItem, Item]] = []
        for position, read in enumerate(cartridge.modules):
            items = self._module(read, position)
            made += items
            for source, item in items:
                firsts.setdefault(source.identifier, item)
            if items:
                places.modules = {**places.modules, read.identifier: items[0][1].pk}
        places.items = {name: item.pk for name, item in firsts.items()}
        for number, (source, item) in enumerate(made):
            self._content(source, item, number, places)
            step()
        return self.rows

    def _module(self, read: ReadModule, position: int) -> list[tuple[ReadItem, Item]]:
        module = Module(course=self.course, title=self._title(read.title), position=position)
        self.rows.modules.append(module)
        made = [
            (source, self._item(source, module, number)) for number, source in enumerate(read.items)
        ]
        self.rows.items += [item for _source, item in made]
        return made

    def _item(self, source: ReadItem, module: Module, position: int) -> Item:
        kind = kind_of(source)
        shown = source.published and kind != "unconverted"
        return Item(
            course=self.course,
            module=module,
            kind=kind,
            title=self._title(source.title),
            position=position,
            completion=source.completion or ITEM_KINDS[kind].completions[0],
            published_at=self.at if shown else None,
            published_by=self.by if shown else None,
        )

    def _content(self, source: ReadItem, item: Item, number: int, places: Places) -> None:
        if isinstance(source, ReadPage):
            self._page(source, item, places)
        elif isinstance(source, ReadFile):
            self.rows.files.append(FileContent(item=item, file=self.files[source.path]))
        elif isinstance(source, ReadLink):
            self.rows.links.append(Link(item=item, url=source.url))
        elif isinstance(source, ReadUnconverted):
            self.rows.unconverted.append(
                Unconverted(
                    item=item,
                    format=source.format[:32],
                    type=source.type,
                    source=self.sources.get(number),
                    note=note_of(source),
                )
            )

    def _page(self, source: ReadPage, item: Item, places: Places) -> None:
        body = self._cleaned(source, places)
        item.minutes = reading_minutes(body)
        page = Page(item=item, body=body, revision=1, edited_at=self.at, edited_by=self.by)
        self.rows.pages.append(page)
        self.rows.versions.append(
            PageVersion(page=page, revision=1, body=body, by=self.by, at=self.at)
        )

    def _cleaned(self, source: ReadPage, places: Places) -> str:
        """Return the text as it may be kept; what was taken out is reported, once for each page."""
        try:
            cleaned = clean(filled(source.html, places))
        except MarkupTooLarge as refusal:
            raise CartridgeRefused(f"“{source.title}”: {refusal}") from refusal
        if cleaned.dropped:
            why = _("taken out of the text: %(parts)s") % {"parts": ", ".join(cleaned.dropped)}
            self.report.add("approximated", source.title, "text", why)
        return cleaned.html

    def _title(self, title: str) -> str:
        if has_visible_text(title):
            return title
        why = _("its title shows nothing that can be read")
        self.report.add("approximated", _("Untitled"), "title", why)
        return _("Untitled")


def kind_of(source: ReadItem) -> str:
    """Return the name of the item kind that takes this."""
    if isinstance(source, ReadPage):
        return "page"
    if isinstance(source, ReadFile):
        return "file"
    return "link" if isinstance(source, ReadLink) else "unconverted"


def note_of(source: ReadUnconverted) -> str:
    """Return what a teacher should know of something that waits, in sentences."""
    parts = [source.note] if source.note else []
    if source.points:
        parts.append(_("Points: %(points)s.") % {"points": source.points})
    if source.due:
        parts.append(_("Due: %(due)s.") % {"due": source.due})
    if source.url:
        parts.append(_("Address: %(address)s") % {"address": source.url})
    if not source.published:
        parts.append(_("It was not published."))
    return " ".join(parts)[:LONGEST_NOTE]
