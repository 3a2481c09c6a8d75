"""What lies in a package beside its outline: pages and activities nobody listed, and files."""

from dataclasses import replace

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.contents import CourseFileEntry, ReadFile, ReadItem, ReadModule
from lyceum.interop.cartridge.manifest import Resource
from lyceum.interop.cartridge.outline import Outline, shortened
from lyceum.interop.cartridge.pages import is_page
from lyceum.interop.cartridge.resources import Resources

SETTINGS = "course_settings/"
SYLLABUS = "course_settings/syllabus.html"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js")


def module_of_the_rest(resources: Resources, outline: Outline, modules: int) -> ReadModule | None:
    """Return a module with all that could be an item and stands in no other, or None."""
    items: list[ReadItem] = []
    needed = {name for r in resources.manifest.resources for name in r.dependencies}
    for resource in resources.manifest.resources:
        placed = resource.identifier in outline.placed or resource.identifier in outline.tried
        if placed or resource.variant_of:
            continue
        if not _could_be_item(resource, resources, needed):
            continue
        item = resources.item(resource, _title(resource))
        if item is not None:
            outline.placed[resource.identifier] = item.identifier
            items.append(replace(item, title=shortened(item.title)))
    title = _("More") if modules else _("Contents")
    if items and modules:
        why = _("it stands in no module of the package and was put into the module “%(title)s”")
        for item in items:
            resources.report.add("approximated", item.title, "place", why % {"title": title})
    return ReadModule("lyceum-rest", title, tuple(items)) if items else None


def module_of_files(files: list[CourseFileEntry]) -> ReadModule | None:
    """Return a module of documents, for a package that holds files and nothing else."""
    documents = [f for f in files if not f.path.lower().endswith(PICTURES)] or files
    items = tuple(ReadFile(file.path, shortened(file.name), path=file.path) for file in documents)
    return ReadModule("lyceum-files", _("Contents"), items) if items else None


def course_files(resources: Resources, pointed_at: list[str]) -> list[CourseFileEntry]:
    """Return the files that people can use, each once; what is missing is reported."""
    found: dict[str, str] = {}
    for resource in resources.manifest.resources:
        if not _holds_files(resource, resources):
            continue
        for href in resource.hrefs():
            path = resources.package.find(href)
            if path is None:
                _report_missing(resource, href, resources)
            elif not _is_part_of_an_item(path, resources):
                name = resources.canvas.file_names.get(resource.identifier)
                found.setdefault(path, name or path.rsplit("/", 1)[-1])
    for path in pointed_at:
        found.setdefault(path, path.rsplit("/", 1)[-1])
    for path in resources.package.names:
        if path.startswith("web_resources/") and path not in resources.pages:
            found.setdefault(path, path.rsplit("/", 1)[-1])
    return [CourseFileEntry(path, name) for path, name in found.items()]


def report_unnamed(resources: Resources, files: list[CourseFileEntry]) -> None:
    """Report the entries of the archive that nothing in it names."""
    known = {file.path for file in files} | resources.used | set(resources.pages)
    for resource in resources.manifest.resources:
        known |= {path for href in resource.hrefs() if (path := resources.package.find(href))}
    for path in resources.package.names:
        hidden = path.lower() == "imsmanifest.xml" or path.startswith(SETTINGS)
        if path not in known and not hidden:
            why = _("nothing in the package names this file")
            resources.report.add("dropped", path, "file", why)


def _could_be_item(resource: Resource, resources: Resources, needed: set[str]) -> bool:
    if resource.href.lower() == SYLLABUS or resource.intended_use == "syllabus":
        return True
    type_, _form = resources.type_of(resource)
    if type_ == "webcontent":
        wanted = resource.type.lower().startswith("webcontent")
        return wanted and is_page(next(resource.hrefs(), ""))
    associated = resource.type.lower().startswith("associatedcontent")
    return not (associated and resource.identifier in needed)


def _title(resource: Resource) -> str:
    return _("Syllabus") if resource.href.lower() == SYLLABUS else ""


def _holds_files(resource: Resource, resources: Resources) -> bool:
    if resource.variant_of:
        return False
    settings = any(href.startswith(SETTINGS) for href in resource.hrefs())
    return resources.type_of(resource)[0] == "webcontent" and not settings


def _is_part_of_an_item(path: str, resources: Resources) -> bool:
    return path in resources.pages or path in resources.used or path.startswith(SETTINGS)


def _report_missing(resource: Resource, href: str, resources: Resources) -> None:
    if ":" in href.split("/")[0] or any(map(resources.package.find, resource.hrefs())):
        return
    why = _("the package does not hold its file “%(path)s”") % {"path": href}
    resources.report.add("dropped", href.rsplit("/", 1)[-1], "file", why)
