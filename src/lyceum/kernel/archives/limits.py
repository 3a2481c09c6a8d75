"""What an archive may hold, and the checks that zip and tar share."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""Signs that no name has: control characters, and bytes that are no text."""
DRIVE = re.compile(r"^[A-Za-z]:")


class ArchiveRefused(ValueError):
    """The archive, or one entry, is not read; `code` names the reason for machines."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class Limits:
    """Bounds of one archive. `ratio` counts beyond `free` bytes; `total` is bytes unpacked."""

    entries: int = 10_000
    total: int = 2_000_000_000
    ratio: int = 200
    free: int = 1_000_000
    name: int = 512


@dataclass(frozen=True)
class Entry:
    """One file of an archive: its clean name, and its sizes in bytes."""

    name: str
    size: int
    packed: int


def damaged(why: object = "") -> ArchiveRefused:
    sentence = _("The archive is damaged and cannot be read.")
    return ArchiveRefused("damaged", f"{sentence} ({why})" if why else sentence)


def too_many(limits: Limits) -> ArchiveRefused:
    sentence = _("The archive has more than %(count)d entries.") % {"count": limits.entries}
    return ArchiveRefused("too_many", sentence)


def too_large(limits: Limits) -> ArchiveRefused:
    sentence = _("The archive unpacks to more than %(mb)d MB.")
    return ArchiveRefused("too_large", sentence % {"mb": limits.total // 1_000_000})


def too_dense() -> ArchiveRefused:
    return ArchiveRefused("ratio", _("The archive unpacks to far more than a real one would."))


def clean_name(raw: str, limits: Limits) -> str:
    """Return `raw` without empty parts, in NFC; raises where it could lead out of a folder."""
    shown = CONTROL.sub("?", raw)[:80]
    parts = raw.split("/")
    if len(raw) > limits.name:
        raise ArchiveRefused("name", _("The name “%(name)s…” is too long.") % {"name": shown})
    if CONTROL.search(raw) or "\\" in raw or DRIVE.match(raw) or raw.startswith("/"):
        sentence = _("The archive has an entry with the unsafe name “%(name)s”.")
        raise ArchiveRefused("name", sentence % {"name": shown})
    if ".." in parts:
        sentence = _("The archive has an entry that leads out of it: “%(name)s”.")
        raise ArchiveRefused("name", sentence % {"name": shown})
    clean = "/".join(part for part in parts if part not in {"", "."})
    return unicodedata.normalize("NFC", clean)


def refuse_link(name: str) -> None:
    sentence = _("The archive has an entry that is a link or a device: “%(name)s”.")
    raise ArchiveRefused("link", sentence % {"name": CONTROL.sub("?", name)[:80]})


def check_entries(entries: Iterable[Entry], limits: Limits) -> dict[str, Entry]:
    """Return the entries by name; raises where they are none, doubled, too large or too dense."""
    known: dict[str, Entry] = {}
    total = 0
    for entry in entries:
        if entry.name in known or not entry.name:
            sentence = _("The archive has two entries named “%(name)s”.")
            raise ArchiveRefused("duplicate", sentence % {"name": entry.name[:80]})
        known[entry.name] = entry
        total += entry.size
        if total > limits.total:
            raise too_large(limits)
        if entry.size > max(limits.free, limits.ratio * entry.packed):
            raise too_dense()
    if not known:
        raise ArchiveRefused("empty", _("The archive is empty."))
    if total > max(limits.free, limits.ratio * sum(entry.packed for entry in known.values())):
        raise too_dense()
    return known
