"""What Canvas adds to a cartridge, in the folder course_settings and in comments of its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lyceum.interop.cartridge.manifest import child_text, children, local
from lyceum.interop.cartridge.package import Package
from lyceum.interop.cartridge.report import Report
from lyceum.kernel.xml import XmlRefused, parse_xml

SETTINGS_LIMIT = 10_000_000
HIDDEN_STATES = {"unpublished", "deleted", "unpublished_draft"}
COMPLETIONS = {"must_view": "viewed", "must_mark_done": "marked"}


@dataclass(frozen=True)
class CanvasItem:
    """One row of module_meta.xml: what Canvas says of an entry of the outline."""

    identifier: str
    title: str
    content_type: str
    reference: str
    url: str
    published: bool
    indent: int
    source: bytes

    @property
    def is_header(self) -> bool:
        return self.content_type == "ContextModuleSubHeader"


@dataclass(frozen=True)
class CanvasModule:
    """One module, its state, and the names of the rules that opened it."""

    identifier: str
    title: str
    published: bool
    items: tuple[CanvasItem, ...] = ()
    rules: tuple[str, ...] = ()
    completions: dict[str, str] = field(default_factory=dict)
    """Requirement of an item, by its identifier: must_view, min_score and so on."""


@dataclass(frozen=True)
class Canvas:
    """All that was found in course_settings; empty where another system made the package."""

    present: bool = False
    title: str = ""
    code: str = ""
    language: str = ""
    image: str = ""
    """Identifier of the resource with the course's picture."""
    dates: tuple[str, ...] = ()
    modules: tuple[CanvasModule, ...] = ()
    file_names: dict[str, str] = field(default_factory=dict)
    hidden_files: frozenset[str] = frozenset()

    def item(self, *identifiers: str) -> CanvasItem | None:
        """Return the row with one of these identifiers, tried in order."""
        rows = {row.identifier: row for module in self.modules for row in module.items}
        return next((rows[key] for key in identifiers if key in rows), None)

    def module(self, identifier: str) -> CanvasModule | None:
        return next((row for row in self.modules if row.identifier == identifier), None)


def read_canvas(package: Package, report: Report) -> Canvas:
    """Return what Canvas says; a part that cannot be read is reported and left out."""
    course = _settings(package, "course_settings", report)
    modules = _settings(package, "module_meta", report)
    files = _settings(package, "files_meta", report)
    names, hidden = _files(files)
    return Canvas(
        present=package.find("course_settings/canvas_export.txt") is not None
        or modules is not None,
        title=_text(course, "title"),
        code=_text(course, "course_code"),
        language=_text(course, "locale"),
        image=_text(course, "image_identifier_ref"),
        dates=tuple(date for name in ("start_at", "conclude_at") if (date := _text(course, name))),
        modules=tuple(_modules(modules)),
        file_names=names,
        hidden_files=hidden,
    )


def _settings(package: Package, name: str, report: Report) -> etree._Element | None:
    path = package.find(f"course_settings/{name}.xml")
    if path is None:
        return None
    try:
        return parse_xml(package.read(path, limit=SETTINGS_LIMIT))
    except XmlRefused as refusal:
        report.add("dropped", path, "settings", str(refusal))
        return None


def _text(element: etree._Element | None, name: str) -> str:
    return "" if element is None else child_text(element, name)


def _modules(root: etree._Element | None) -> Iterator[CanvasModule]:
    rows = [] if root is None else children(root, "module")
    for module in sorted(rows, key=_position):
        yield CanvasModule(
            identifier=module.get("identifier", ""),
            title=child_text(module, "title"),
            published=child_text(module, "workflow_state") not in HIDDEN_STATES,
            items=tuple(_items(module)),
            rules=tuple(_rules(module)),
            completions=dict(_completions(module)),
        )


def _items(module: etree._Element) -> Iterator[CanvasItem]:
    for group in children(module, "items"):
        for item in sorted(children(group, "item"), key=_position):
            yield CanvasItem(
                identifier=item.get("identifier", ""),
                title=child_text(item, "title"),
                content_type=child_text(item, "content_type"),
                reference=child_text(item, "identifierref"),
                url=child_text(item, "url"),
                published=child_text(item, "workflow_state") not in HIDDEN_STATES,
                indent=_number(child_text(item, "indent")),
                source=etree.tostring(item, with_tail=False, encoding="utf-8"),
            )


def _rules(module: etree._Element) -> Iterator[str]:
    if child_text(module, "unlock_at"):
        yield "unlock_at"
    if child_text(module, "require_sequential_progress") == "true":
        yield "require_sequential_progress"
    if any(len(group) for group in children(module, "prerequisites")):
        yield "prerequisites"


def _completions(module: etree._Element) -> Iterator[tuple[str, str]]:
    for group in children(module, "completionRequirements"):
        for requirement in children(group, "completionRequirement"):
            yield child_text(requirement, "identifierref"), requirement.get("type", "")


def _files(root: etree._Element | None) -> tuple[dict[str, str], frozenset[str]]:
    rows = [] if root is None else [file for file in root.iter() if local(file) == "file"]
    names = {row.get("identifier", ""): child_text(row, "display_name") for row in rows}
    hidden = {
        row.get("identifier", "")
        for row in rows
        if "true" in (child_text(row, "hidden"), child_text(row, "locked"))
    }
    return {key: name for key, name in names.items() if name}, frozenset(hidden)


def _position(element: etree._Element) -> int:
    return _number(child_text(element, "position"))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
