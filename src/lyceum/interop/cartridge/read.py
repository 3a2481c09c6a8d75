"""Reading a whole package. Nothing here writes, and nothing here knows the database."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.addresses import Addresses
from lyceum.interop.cartridge.canvas import read_canvas
from lyceum.interop.cartridge.contents import (
    Cartridge,
    CartridgeRefused,
    CourseFileEntry,
    ReadFile,
    ReadItem,
    ReadLink,
    ReadModule,
    ReadPage,
    ReadUnconverted,
)
from lyceum.interop.cartridge.leftovers import (
    course_files,
    module_of_files,
    module_of_the_rest,
    report_unnamed,
)
from lyceum.interop.cartridge.links import neutral_html
from lyceum.interop.cartridge.manifest import read_manifest
from lyceum.interop.cartridge.outline import Outline
from lyceum.interop.cartridge.package import Package
from lyceum.interop.cartridge.pages import TEXT_LIMIT
from lyceum.interop.cartridge.report import Report
from lyceum.interop.cartridge.resources import Resources
from lyceum.interop.cartridge.settings import report_settings
from lyceum.kernel.archives import Archive

MOST_TEXT = 64_000_000
PAGE_SLUGS = "wiki_content/"


def read_cartridge(archive: Archive, *, without: Mapping[str, str] | None = None) -> Cartridge:
    """Return what the package holds; raises `CartridgeRefused`, or `ArchiveRefused` where an entry
    is larger than its kind may be.

    without: entries that cannot be kept, each with the reason; they are reported, and read as if
    the package did not hold them.
    """
    package = Package(archive, without=without or {})
    manifest = read_manifest(package)
    report = Report()
    for name, why in (without or {}).items():
        report.add("dropped", name, "file", why)
    canvas = read_canvas(package, report)
    resources = Resources(package, manifest, canvas, report)
    outline = Outline(resources)
    modules = outline.modules()
    rest = module_of_the_rest(resources, outline, len(modules))
    modules += [rest] if rest else []
    addresses = _addresses(resources, outline, modules)
    modules = _with_texts(resources, modules, addresses)
    shown = [item.path for m in modules for item in m.items if isinstance(item, ReadFile)]
    files = course_files(resources, [*shown, *addresses.used])
    files += [CourseFileEntry(p, p[9:], data) for p, data in addresses.embedded.items()]
    if not any(module.items for module in modules):
        only_files = module_of_files(files)
        modules = [only_files] if only_files else []
    if not modules:
        raise CartridgeRefused(
            _("The package holds nothing that can be shown, so nothing was imported.")
        )
    report_unnamed(resources, files)
    report_settings(resources)
    _report_contents(report, modules, files)
    if all(isinstance(item, ReadUnconverted) for module in modules for item in module.items):
        why = _("nothing in it can be shown to learners yet; all of it waits to be converted")
        report.add("approximated", manifest.title or canvas.title, "course", why)
    image = resources.find(canvas.image)
    return Cartridge(
        version="canvas" if canvas.present else manifest.version,
        title=manifest.title or canvas.title,
        code=canvas.code if canvas.code != (manifest.title or canvas.title) else "",
        summary=manifest.summary,
        language=manifest.language or canvas.language,
        image=(image and package.find(image.href)) or "",
        modules=tuple(modules),
        files=tuple(files),
        report=report,
    )


def _addresses(resources: Resources, outline: Outline, modules: list[ReadModule]) -> Addresses:
    pages: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for module in modules:
        for item in module.items:
            if isinstance(item, ReadPage):
                pages.setdefault(item.path, item.identifier)
                name = item.path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
                slugs.setdefault(name, item.identifier)
    paths = {
        identifier: path
        for identifier, resource in resources.manifest.by_id.items()
        if (path := resources.package.find(next(resource.hrefs(), "")))
    }
    return Addresses(
        package=resources.package,
        items=outline.placed,
        modules=frozenset(module.identifier for module in modules),
        pages=pages,
        slugs=slugs,
        file_paths=paths,
    )


def _with_texts(
    resources: Resources, modules: list[ReadModule], addresses: Addresses
) -> list[ReadModule]:
    """Give the pages their text, each file made ready once however often it is shown."""
    texts: dict[str, str] = {}
    total = 0

    def with_text(item: ReadItem) -> ReadItem:
        nonlocal total
        if not isinstance(item, ReadPage):
            return item
        if item.path not in texts:
            page = resources.pages[item.path]
            texts[item.path] = neutral_html(page, item.title, addresses, resources.report)
        if len(texts[item.path].encode()) > TEXT_LIMIT:
            resources.report_too_large(item.path)
            return ReadFile(item.identifier, item.title, item.published, path=item.path)
        total += len(texts[item.path])
        if total > MOST_TEXT:
            sentence = _("The pages of the package hold more than %d MB of text; split it.")
            raise CartridgeRefused(sentence % (MOST_TEXT // 1_000_000))
        return replace(item, html=texts[item.path])

    made = [replace(m, items=tuple(map(with_text, m.items))) for m in modules]
    for module in made:
        for item in module.items:
            if isinstance(item, ReadFile):
                resources.pages.pop(item.path, None)
    return made


def _report_contents(
    report: Report, modules: list[ReadModule], files: list[CourseFileEntry]
) -> None:
    shown = set()
    for module in modules:
        report.add("imported", module.title, "module")
        for item in module.items:
            if isinstance(item, ReadFile):
                shown.add(item.path)
            if isinstance(item, ReadUnconverted):
                why = item.note or _waiting(item.type)
                report.add("approximated", item.title, item.type, why)
            else:
                report.add("imported", item.title, _kind(item))
    for file in files:
        if file.path not in shown:
            report.add("imported", file.name, "course file")


def _kind(item: ReadItem) -> str:
    if isinstance(item, ReadPage):
        return "page"
    return "link" if isinstance(item, ReadLink) else "file"


def _waiting(type_: str) -> str:
    return {
        "quiz": _("kept whole with its source, as a draft, until quizzes can be converted"),
        "bank": _("kept whole with its source, as a draft, until question banks can be converted"),
        "discussion": _("kept whole with its source, as a draft, until discussions are converted"),
        "announcement": _("kept whole with its source, as a draft, until it can be converted"),
        "assignment": _("kept whole with its source, as a draft, until assignments are converted"),
        "lti": _("kept whole with its source, as a draft, until outside tools can be converted"),
    }.get(type_, _("kept whole with its source, as a draft, until it can be converted"))
