"""One resource of the manifest becomes one item."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.canvas import HIDDEN_STATES, Canvas
from lyceum.interop.cartridge.contents import (
    ReadFile,
    ReadItem,
    ReadLink,
    ReadPage,
    ReadUnconverted,
)
from lyceum.interop.cartridge.descriptors import DESCRIPTOR_LIMIT, Descriptor, described
from lyceum.interop.cartridge.manifest import Manifest, Resource
from lyceum.interop.cartridge.package import Package
from lyceum.interop.cartridge.pages import PageSource, is_page, read_page
from lyceum.interop.cartridge.report import Report
from lyceum.kernel.xml import XmlRefused

TYPES = (
    (re.compile(r"^imswl"), "link", "cc-link"),
    (re.compile(r"^imsdt"), "discussion", "cc-discussion"),
    (re.compile(r"^imsbasiclti"), "lti", "cc-lti"),
    (re.compile(r"^imsqti.*question-bank"), "bank", "qti-1.2"),
    (re.compile(r"^imsqti"), "quiz", "qti-1.2"),
    (re.compile(r"^assignment_xml"), "assignment", "cc-assignment"),
    (re.compile(r"^webcontent"), "webcontent", ""),
)
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
BARE_HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(/|\?|$)", re.IGNORECASE)
LONGEST_ADDRESS = 2000


@dataclass
class Resources:
    """Reads resources; remembers the pages it parsed and the files it used."""

    package: Package
    manifest: Manifest
    canvas: Canvas
    report: Report
    pages: dict[str, PageSource] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    """Paths of the descriptors and sources that went into an item."""

    def find(self, *identifiers: str) -> Resource | None:
        """Return the first resource that exists; a fallback gives way to what it stands for."""
        for identifier in identifiers:
            found = self.manifest.by_id.get(identifier)
            if found:
                return self.manifest.by_id.get(found.variant_of, found)
        return None

    def item(self, resource: Resource, title: str, *, url: str = "") -> ReadItem | None:
        """Return the item, or None (reported) where the package does not hold what it needs.

        title: what the outline calls it, or "". url: Canvas's own address of a tool or link.
        """
        type_, form = self.type_of(resource)
        if type_ == "webcontent":
            return self._web_content(resource, title)
        paths = list(self.paths(resource))
        if not paths and not resource.inline:
            self._missing(resource, title or resource.identifier, type_)
            return None
        try:
            told = described(self._descriptors(resource, paths))
        except XmlRefused as refusal:
            name = title or (paths[0] if paths else resource.identifier)
            self.report.add("dropped", name, type_, str(refusal))
            return None
        self.used.update(paths)
        name = title or told.title or resource.identifier
        if type_ == "link":
            return self._link(resource, name, url or told.url, paths)
        return self._unconverted(resource, name, type_, form, told, paths, url)

    def type_of(self, resource: Resource) -> tuple[str, str]:
        """Return the type of item that a resource makes, and the format of its source."""
        kind = resource.type.lower()
        for pattern, type_, form in TYPES:
            if pattern.match(kind):
                return type_, form
        hrefs = " ".join(resource.hrefs()).lower()
        if "assignment_settings.xml" in hrefs:
            return "assignment", "canvas-assignment"
        if hrefs.endswith(".xml.qti"):
            return "bank", "qti-1.2"
        if is_page(resource.href) or (kind.startswith("associatedcontent") and hrefs):
            return "webcontent", ""
        return "other", kind[:32]

    def paths(self, resource: Resource) -> Iterator[str]:
        """Yield the files of the resource and of what it depends on, as they lie in the package."""
        yield from filter(None, map(self.package.find, resource.hrefs()))
        for identifier in resource.dependencies:
            needed = self.manifest.by_id.get(identifier)
            if needed and not needed.type.lower().startswith("webcontent"):
                yield from filter(None, map(self.package.find, needed.hrefs()))

    def _descriptors(self, resource: Resource, paths: list[str]) -> Iterator[bytes]:
        if resource.inline:
            yield resource.inline
        described_by = [path for path in paths if path.lower().endswith(".xml")] or paths[:1]
        for path in described_by:
            if path.lower().endswith((".xml", ".qti")):
                yield self.package.read(path, limit=DESCRIPTOR_LIMIT)

    def _web_content(self, resource: Resource, title: str) -> ReadItem | None:
        path = next(filter(None, map(self.package.find, resource.hrefs())), None)
        if path is None and SCHEME.match(resource.href):
            return self._link(resource, title or resource.href, resource.href, [])
        if path is None:
            self._missing(resource, title, "file")
            return None
        shown = not resource.teachers_only
        page = self.page(path) if is_page(path) else None
        if page is None:
            hidden = resource.identifier in self.canvas.hidden_files
            name = title or self.canvas.file_names.get(resource.identifier) or _named(path)
            return ReadFile(resource.identifier, name, shown and not hidden, path=path)
        state = page.meta.get("workflow_state", "active")
        return ReadPage(
            resource.identifier,
            title or page.title or _named(path),
            shown and state not in HIDDEN_STATES,
            path=path,
        )

    def page(self, path: str) -> PageSource | None:
        """Return the parsed page, parsing it once; a page too large to show is reported."""
        if path not in self.pages:
            page = read_page(self.package, path)
            if page is None:
                self.report_too_large(path)
                return None
            if page.guessed:
                why = _("it does not say its encoding; western letters were assumed")
                self.report.add("approximated", path, "page", why)
            self.pages[path] = page
        return self.pages[path]

    def report_too_large(self, path: str) -> None:
        why = _("it is too large to be shown as a page and was kept as a file")
        self.report.add("approximated", path, "page", why)

    def _link(self, resource: Resource, title: str, url: str, paths: list[str]) -> ReadItem | None:
        whole = url
        if url and not SCHEME.match(url) and BARE_HOST.match(url):
            whole = "https://" + url
            why = _("its address did not say how to reach it; %(address)s was assumed")
            self.report.add("approximated", title, "link", why % {"address": whole})
        whole = whole.replace(" ", "%20")
        if leads_somewhere(whole):
            return ReadLink(resource.identifier, title, not resource.teachers_only, url=whole)
        note = _("The address “%(address)s” is not one that a link can have.") % {"address": url}
        if not paths and not resource.inline:
            self.report.add("dropped", title, "link", note)
            return None
        return ReadUnconverted(
            resource.identifier,
            title,
            not resource.teachers_only,
            type="other",
            format="cc-link",
            paths=tuple(paths),
            fragment=resource.inline,
            note=note,
        )

    def _unconverted(
        self,
        resource: Resource,
        title: str,
        type_: str,
        form: str,
        told: Descriptor,
        paths: list[str],
        url: str,
    ) -> ReadUnconverted:
        if told.announcement:
            type_ = "announcement"
        return ReadUnconverted(
            resource.identifier,
            title,
            told.published and not resource.teachers_only,
            type=type_,
            format=form,
            paths=tuple(dict.fromkeys(paths)),
            fragment=resource.inline,
            points=told.points,
            due=told.due,
            url=(url or told.url) if type_ == "lti" else "",
        )

    def _missing(self, resource: Resource, title: str, kind: str) -> None:
        named = next(resource.hrefs(), resource.identifier)
        why = _("the package does not hold its file “%(path)s”") % {"path": named}
        self.report.add("dropped", title or _named(named), kind, why)


def leads_somewhere(url: str) -> bool:
    """Say whether a browser could follow the address: http or https, with a host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    web = parts.scheme.lower() in {"http", "https"} and len(url) <= LONGEST_ADDRESS
    return web and bool(host) and url.isprintable()


def _named(path: str) -> str:
    return posixpath.basename(unquote(path)) or path
