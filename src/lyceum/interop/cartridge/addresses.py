"""Turning the addresses inside a package into neutral ones that the importer can fill in."""

import base64
import hashlib
import io
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, unquote, urlsplit

from lyceum.interop.cartridge.package import Package
from lyceum.kernel.files import FileRefused, measure

TOKEN = re.compile(r"^(?:\$|%24)([A-Z_-]+)(?:\$|%24)(?:\.\.)?/?", re.IGNORECASE)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
OBJECT = re.compile(r"^(?:modules/items|[a-z_]+)/([^/?#]+)", re.IGNORECASE)
FILE_REFERENCE = re.compile(r"^file_ref/([^/?#]+)", re.IGNORECASE)
DATA = re.compile(r"^data:image/(png|jpe?g|gif|webp)[^,]{0,60};base64,", re.IGNORECASE)
TOOL = re.compile(r"^external_tools/retrieve", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """What an address became. `url` is "" where the package does not hold what it means.

    fate: "kept", "tool" (an embedded outside tool), "course" (an area of the old course) or "lost".
    """

    url: str
    fate: str = "kept"


LOST = Address("", "lost")


@dataclass
class Addresses:
    """Knows what the package holds; collects in `used` the files that pages point to."""

    package: Package
    items: Mapping[str, str]
    """Identifier of an item, by any identifier that may stand for it."""
    modules: frozenset[str]
    pages: Mapping[str, str]
    """Identifier of the item, by the path of its page in the package."""
    slugs: Mapping[str, str]
    """Identifier of the item, by the name Canvas gives its page in addresses."""
    file_paths: Mapping[str, str]
    """Path of the main file, by the identifier of its resource."""
    used: dict[str, None] = field(default_factory=dict)
    embedded: dict[str, bytes] = field(default_factory=dict)
    """Images that lay inside pages, by the paths that were made up for them."""

    def resolve(self, address: str, page: str) -> Address:
        """Return what `address` means in the page at that path."""
        address = address.strip()
        if data := DATA.match(address):
            return self._embedded(data.group(1).lower(), address[data.end() :])
        token = TOKEN.match(address)
        if token:
            return self._token(token.group(1).upper().replace("_", "-"), address[token.end() :])
        if not address or address.startswith("#") or OUTSIDE.match(address):
            return Address(address)
        return self._path(address, (posixpath.dirname(page), ""))

    def _embedded(self, ending: str, text: str) -> Address:
        """Make a file of an image that is written into the page (RFC 2397)."""
        try:
            data = base64.b64decode(unquote(text), validate=False)
            measure(io.BytesIO(data))
        except (ValueError, FileRefused):
            return LOST
        if not data:
            return LOST
        path = f"embedded/{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
        self.embedded[path] = data
        return Address("lyceum-file:" + path)

    def _token(self, name: str, rest: str) -> Address:
        if name == "IMS-CC-FILEBASE":
            return self._path(rest, ("web_resources", ""))
        if name == "WIKI-REFERENCE":
            return self._wiki(rest)
        if name == "CANVAS-OBJECT-REFERENCE":
            return self._object(rest)
        if name == "CANVAS-COURSE-REFERENCE":
            return self._course(rest)
        return LOST

    def _path(self, rest: str, bases: tuple[str, ...]) -> Address:
        fragment = "#" + rest.partition("#")[2] if "#" in rest else ""
        for base in bases:
            path = self.package.find(rest, base=base)
            if path and path in self.pages:
                return _item(self.pages[path], fragment)
            if path:
                return self._file(path)
        return LOST

    def _file(self, path: str) -> Address:
        self.used[path] = None
        return Address("lyceum-file:" + quote(path))

    def _wiki(self, rest: str) -> Address:
        match = OBJECT.match(rest)
        name = unquote(match.group(1)) if match else ""
        identifier = self.items.get(name) or self.slugs.get(name.lower())
        fragment = "#" + rest.partition("#")[2] if "#" in rest else ""
        return _item(identifier, fragment) if identifier else LOST

    def _object(self, rest: str) -> Address:
        match = OBJECT.match(rest)
        name = unquote(match.group(1)) if match else ""
        if rest.lower().startswith(("pages/", "wiki/")):
            return self._wiki(rest)
        if name in self.items:
            return _item(self.items[name])
        if name in self.modules:
            return Address("lyceum-module:" + quote(name, safe=""))
        return self._file(self.file_paths[name]) if name in self.file_paths else LOST

    def _course(self, rest: str) -> Address:
        if TOOL.match(rest):
            wanted = parse_qs(urlsplit(rest).query).get("url", [""])[0]
            return Address(wanted, "tool") if wanted.startswith(("http:", "https:")) else LOST
        if match := FILE_REFERENCE.match(rest):
            path = self.file_paths.get(match.group(1))
            return self._file(path) if path else LOST
        found = self._object(rest)
        return Address("lyceum-course:", "course") if found is LOST else found


def _item(identifier: str, fragment: str = "") -> Address:
    return Address(f"lyceum-item:{quote(identifier, safe='')}{fragment}")
