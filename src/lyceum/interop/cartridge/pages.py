"""HTML files of a package: their titles, states and bodies."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lxml import etree
from lxml.html import HTMLParser, document_fromstring, tostring

from lyceum.interop.cartridge.manifest import words
from lyceum.interop.cartridge.package import Package, decoded

PAGE_LIMIT = 8_000_000
"""Most bytes of an HTML file; images may be written into it, and become files of their own."""
TEXT_LIMIT = 1_800_000
"""Most bytes of a page's text when its images are out."""
ENDINGS = (".html", ".htm", ".xhtml")


@dataclass(frozen=True)
class PageSource:
    """A parsed HTML file. `meta` holds its named meta tags, lower case (Canvas: workflow_state)."""

    path: str
    title: str
    meta: Mapping[str, str]
    body: etree._Element
    guessed: bool
    """Whether the encoding had to be guessed."""


def is_page(path: str) -> bool:
    return path.lower().endswith(ENDINGS)


def read_page(package: Package, path: str) -> PageSource | None:
    """Return the parsed file, or None where it is too large to be shown as a page."""
    if package.size(path) > PAGE_LIMIT:
        return None
    text, guessed = decoded(package.read(path, limit=PAGE_LIMIT))
    root = _parsed(text)
    body = next(iter(root.iter("body")), root)
    title = next((words(e) for e in root.iter("title")), "")
    meta = {
        (e.get("name") or "").lower(): e.get("content") or ""
        for e in root.iter("meta")
        if e.get("name")
    }
    return PageSource(path, title, meta, body, guessed)


def _parsed(text: str) -> etree._Element:
    if not text.strip():
        text = "<body></body>"
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return document_fromstring(b"<body></body>", parser=parser)


def inner_html(body: etree._Element) -> str:
    """Return what stands inside the element."""
    parts = [escape(body.text or "", quote=False)]
    parts += [tostring(child, encoding="unicode", method="html") for child in body]
    return "".join(parts).strip()
