"""`bin/translate`: brings every catalogue up to date with the source, and keeps what was written.

A text that is new and much like one that has gone takes over its translation, marked as in doubt.
"""

import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import django
import polib
from babel.messages import Catalog, Message

from lyceum.config.house.originals import originals, sources
from lyceum.config.translations import LOCALE, catalogue_path, catalogues, compile_translations

DJANGOS = Path(django.__file__).parent / "conf" / "locale"
ALIKE = 0.75
WIDTH = 100
HEADER = "{name} for Lyceum, under its licence. How to change it: docs/guide/translate.md."
Key = tuple[str | None, str, str]


def main(wanted: Iterable[str]) -> None:
    """Update the catalogues, and begin those of the wanted locales; say what is left to write."""
    found = originals(sources())
    known = {name: polib.pofile(str(path)) for name, path in catalogues().items()}
    begun = {name: begin(name) for name in wanted if name not in known}
    for name, old in (known | begun).items():
        save(updated(old, found), catalogue_path(name))
    compile_translations()


def begin(name: str) -> polib.POFile:
    """Return an empty catalogue with the plural forms that Django uses for the locale."""
    known = catalogue_path(name, DJANGOS).with_suffix(".mo")
    if not known.exists():
        raise SystemExit(f"Django knows no locale “{name}”. Write it as in {DJANGOS}: fr, pt_BR.")
    of_django = polib.mofile(str(known)).metadata
    made = polib.POFile()
    made.header = HEADER.format(name=name)
    made.metadata = {
        "Project-Id-Version": "Lyceum",
        "Language": name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": of_django["Plural-Forms"],
    }
    return made


def updated(old: polib.POFile, found: Catalog) -> polib.POFile:
    """Return a catalogue of what was found, with the translations of the old one."""
    fresh = polib.POFile(wrapwidth=WIDTH)
    fresh.header, fresh.metadata = old.header, old.metadata
    fresh.extend(entry_of(message, plural_forms(old)) for message in found if message.id)
    known = {key_of(entry): entry for entry in old}
    gone = {key: entry for key, entry in known.items() if key not in set(map(key_of, fresh))}
    for entry in fresh:
        if key_of(entry) in known:
            keep(entry, known[key_of(entry)])
        else:
            take_over(entry, gone.values())
    return fresh


def keep(entry: polib.POEntry, old: polib.POEntry) -> None:
    """Give the entry what was written for it."""
    entry.msgstr, entry.tcomment = old.msgstr, old.tcomment
    entry.msgstr_plural = dict(old.msgstr_plural)
    if old.fuzzy:
        entry.flags.insert(0, "fuzzy")
        entry.previous_msgid = old.previous_msgid


def take_over(entry: polib.POEntry, gone: Iterable[polib.POEntry]) -> None:
    """Give a new entry, in doubt, what was written for one that has gone and is much like it."""
    alike = {
        old.msgid: old
        for old in gone
        if old.translated() and bool(old.msgid_plural) == bool(entry.msgid_plural)
    }
    for nearest in get_close_matches(entry.msgid, alike, 1, ALIKE):
        keep(entry, alike[nearest])
        entry.flags.insert(0, "fuzzy")
        entry.previous_msgid = nearest


def entry_of(message: Message, forms: int) -> polib.POEntry:
    """Return the entry of a message, with empty translations."""
    singular, plural = message.id if isinstance(message.id, tuple) else (message.id, "")
    return polib.POEntry(
        msgid=singular,
        msgid_plural=plural,
        msgctxt=message.context,
        msgstr_plural=dict.fromkeys(range(forms), "") if plural else None,
        comment="\n".join(message.auto_comments),
        flags=sorted(message.flags),
        occurrences=[(place, "") for place in dict.fromkeys(path for path, _ in message.locations)],
    )


def key_of(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def plural_forms(catalogue: polib.POFile) -> int:
    """Return how many forms a plural has in the language of the catalogue."""
    said = re.search(r"nplurals\s*=\s*(\d+)", catalogue.metadata["Plural-Forms"])
    return int(said[1]) if said else 2


def save(catalogue: polib.POFile, path: Path) -> None:
    """Write the catalogue, and say what is left to do in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    empty, doubted = len(catalogue.untranslated_entries()), len(catalogue.fuzzy_entries())
    where = path.relative_to(LOCALE.parents[2])
    sys.stdout.write(f"{where}: {empty} to write, {doubted} in doubt, of {len(catalogue)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
