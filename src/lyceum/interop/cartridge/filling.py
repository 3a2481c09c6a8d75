"""Putting real addresses where the reader left neutral ones."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
from uuid import UUID

from lyceum.core.courses.rules import FILE_ADDRESS

NEUTRAL = re.compile(
    r' (?P<attribute>[a-z]+)="lyceum-(?P<what>file|item|module|course):'
    r'(?P<name>[^"#]*)(?P<fragment>#[^"]*)?"'
)
ITEM_ADDRESS = "/items/"
COURSE_ADDRESS = "/courses/"


@dataclass
class Places:
    """Where the parts of one package came to stand."""

    course: UUID
    files: Mapping[str, UUID]
    """Id of the course's file, by its path in the package."""
    items: Mapping[str, UUID] = field(default_factory=dict)
    """Id of the first item, by its identifier in the package."""
    modules: Mapping[str, UUID] = field(default_factory=dict)
    """Id of the module's first item, by the module's identifier."""

    def address(self, what: str, name: str, fragment: str) -> str:
        """Return the address inside the site, or "" where the part was not imported."""
        if what == "file":
            file = self.files.get(name)
            return f"{FILE_ADDRESS}{file}" if file else ""
        if what == "item" and name in self.items:
            return f"{ITEM_ADDRESS}{self.items[name]}{fragment}"
        if what == "module" and name in self.modules:
            return f"{ITEM_ADDRESS}{self.modules[name]}"
        return f"{COURSE_ADDRESS}{self.course}"


def filled(text: str, places: Places) -> str:
    """Return the HTML with every neutral address replaced, or taken out where it leads nowhere."""

    def put(hit: re.Match[str]) -> str:
        name = unquote(html.unescape(hit["name"]))
        address = places.address(hit["what"], name, hit["fragment"] or "")
        return f' {hit["attribute"]}="{address}"' if address else ""

    return NEUTRAL.sub(put, text)
