"""Translations: where the catalogues (.po) are, and how they become what Python reads (.mo).

Set-up runs this module before Django starts; no GNU gettext is needed. The pseudo-locale has no
.po of its own: it is made from the originals of the others.
"""

from collections.abc import Iterable
from pathlib import Path

import polib

from lyceum.web.ui.pseudo import LOCALE as PSEUDO
from lyceum.web.ui.pseudo import pseudo

LOCALE = Path(__file__).resolve().parents[1] / "locale"
PSEUDO_METADATA = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def catalogue_path(name: str, folder: Path = LOCALE) -> Path:
    """Return where the catalogue of a locale is kept; its name is as in `es` or `pt_BR`."""
    return folder / name / "LC_MESSAGES" / "django.po"


def catalogues(folder: Path = LOCALE) -> dict[str, Path]:
    """Return locale → path, for each locale that has a catalogue."""
    return {path.parts[-3]: path for path in sorted(folder.glob("*/LC_MESSAGES/django.po"))}


def compile_translations(folder: Path = LOCALE) -> None:
    """Write a .mo beside each .po, and that of the pseudo-locale."""
    originals: dict[tuple[str | None, str], polib.POEntry] = {}
    for path in catalogues(folder).values():
        read = polib.pofile(str(path))
        read.save_as_mofile(str(path.with_suffix(".mo")))
        originals |= {(entry.msgctxt, entry.msgid): entry for entry in read if not entry.obsolete}
    made = catalogue_path(PSEUDO, folder).with_suffix(".mo")
    made.parent.mkdir(parents=True, exist_ok=True)
    pseudo_catalogue(originals.values()).save_as_mofile(str(made))


def pseudo_catalogue(originals: Iterable[polib.POEntry]) -> polib.POFile:
    """Return the catalogue of the pseudo-locale for the originals of another."""
    made = polib.POFile()
    made.metadata = dict(PSEUDO_METADATA)
    made.extend(_pseudo_entry(entry) for entry in originals)
    return made


def _pseudo_entry(entry: polib.POEntry) -> polib.POEntry:
    said = {"msgid": entry.msgid, "msgctxt": entry.msgctxt}
    if not entry.msgid_plural:
        return polib.POEntry(**said, msgstr=pseudo(entry.msgid))
    forms = {0: pseudo(entry.msgid), 1: pseudo(entry.msgid_plural)}
    return polib.POEntry(**said, msgid_plural=entry.msgid_plural, msgstr_plural=forms)


if __name__ == "__main__":
    compile_translations()
