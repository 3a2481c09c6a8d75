"""What a package holds, as plain values; the reader makes them and the importer stores them.

The HTML of a page is as it stood in the package (not yet cleaned), but its addresses are neutral:
`lyceum-file:<path in the package>`, `lyceum-item:<identifier>`, `lyceum-module:<identifier>` and
`lyceum-course:`, with paths and identifiers percent-encoded and perhaps a `#fragment` behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lyceum.interop.cartridge.report import Report


class CartridgeRefused(ValueError):
    """The package cannot be imported; the message is one sentence for the person who chose it."""

    @property
    def sentence(self) -> str:
        """What a job shows to the person who started it."""
        return str(self)


@dataclass(frozen=True)
class ReadItem:
    """What all items have. `identifier` is the resource's, or the outline's where it has none."""

    identifier: str
    title: str
    published: bool = True
    completion: str = ""
    """A value of `Item.Completion` that the package asks for, or nothing."""


@dataclass(frozen=True)
class ReadPage(ReadItem):
    """Rich text, from the file at `path`."""

    html: str = ""
    path: str = ""


@dataclass(frozen=True)
class ReadFile(ReadItem):
    """One file of the package."""

    path: str = ""


@dataclass(frozen=True)
class ReadLink(ReadItem):
    """An address outside."""

    url: str = ""


@dataclass(frozen=True)
class ReadUnconverted(ReadItem):
    """Something that no item kind can run yet, with all files that a later kind needs.

    type: quiz, bank, discussion, announcement, assignment, lti or other; format: how the source is
    written, such as "qti-1.2". `fragment` is the source where it is not a file of the package.
    """

    type: str = "other"
    format: str = ""
    paths: tuple[str, ...] = ()
    fragment: bytes = b""
    points: str = ""
    due: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReadModule:
    """A part of the outline."""

    identifier: str
    title: str
    items: tuple[ReadItem, ...] = ()


@dataclass(frozen=True)
class CourseFileEntry:
    """A file that pages may use: where it lies in the package, and the name people know it by.

    `data` holds the contents of what lay inside a page and not in a file of its own.
    """

    path: str
    name: str
    data: bytes = b""


@dataclass(frozen=True)
class Cartridge:
    """A whole package. `version` is "1.0" to "1.3", or "canvas" where Canvas wrote it."""

    version: str
    title: str
    code: str = ""
    summary: str = ""
    language: str = ""
    image: str = ""
    """Path of the course's picture in the package, or nothing."""
    modules: tuple[ReadModule, ...] = ()
    files: tuple[CourseFileEntry, ...] = ()
    report: Report = field(default_factory=Report)

    def items(self) -> Iterator[ReadItem]:
        for module in self.modules:
            yield from module.items
