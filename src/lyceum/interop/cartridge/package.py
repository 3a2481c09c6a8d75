"""Finding and reading the parts of an opened archive, as exporters really name them."""

import posixpath
import re
import unicodedata
from collections.abc import Collection
from typing import BinaryIO
from urllib.parse import unquote

from lyceum.kernel.archives import Archive

FORBIDDEN_SOMEWHERE = re.compile(r'[|:*?"<>]')
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LEFT_BY_SYSTEMS = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Package:
    """An archive whose entries are found in spite of case, escapes and substituted letters."""

    def __init__(self, archive: Archive, *, without: Collection[str] = ()) -> None:
        self.archive = archive
        every = [
            name
            for name in archive.names()
            if not LEFT_BY_SYSTEMS.search(name) and name not in without
        ]
        self._inside = _folder_around(every)
        self.names = [name.removeprefix(self._inside) for name in every]
        self._exact = set(self.names)
        self._folded: dict[str, str] = {}
        for name in self.names:
            self._folded.setdefault(folded(name), name)

    def find(self, href: str, *, base: str = "") -> str | None:
        """Return the name of the entry that `href` means, seen from the folder `base`."""
        path = href.replace("\\", "/")
        for candidate in (path, unquote(path), path.split("#")[0].split("?")[0]):
            joined = _joined(base, candidate)
            if joined in self._exact:
                return joined
        return self._folded.get(folded(_joined(base, path.split("#")[0].split("?")[0])))

    def read(self, name: str, *, limit: int) -> bytes:
        """Return an entry's bytes; raises what the archive raises when it is larger."""
        return self.archive.read(self._inside + name, limit=limit)

    def open(self, name: str) -> BinaryIO:
        return self.archive.open(self._inside + name)

    def size(self, name: str) -> int:
        return self.archive.size(self._inside + name)


def folded(path: str) -> str:
    """Return the path as the most forgiving file system would compare it."""
    plain = unicodedata.normalize("NFC", unquote(path.replace("\\", "/"))).casefold()
    return FORBIDDEN_SOMEWHERE.sub("_", plain)


def decoded(data: bytes) -> tuple[str, bool]:
    """Return the text of an HTML file, and whether its encoding had to be guessed."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return CONTROL.sub("", data.decode(encoding, "replace")), False
    declared = CHARSET.search(data[:2048])
    names = ["utf-8", declared.group(1).decode("ascii") if declared else "cp1252"]
    for position, encoding in enumerate(names):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return CONTROL.sub("", text), position > 0 and declared is None
    return CONTROL.sub("", data.decode("cp1252", "replace")), True


def _folder_around(names: list[str]) -> str:
    """Return the one folder that holds the whole package, where somebody zipped that folder."""
    if any(name.lower() == "imsmanifest.xml" for name in names):
        return ""
    tops = {name.partition("/")[0] + "/" for name in names}
    inside = tops.pop() if len(tops) == 1 else ""
    return inside if any(n.lower() == inside.lower() + "imsmanifest.xml" for n in names) else ""


def _joined(base: str, path: str) -> str:
    """Return `path` seen from `base`, never above the package's root."""
    joined = posixpath.normpath(posixpath.join("/", base, path.lstrip("/")))
    return joined.lstrip("/")
