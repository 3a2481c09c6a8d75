"""A pseudo-locale, for those who build screens: each translated word is longer, and turned around.

Code ar-XB, as in Unicode's CLDR. What still reads from the left was never marked for translation;
what is cut off had no room. Pure: `bin/lib/compile_translations.py` makes its catalogue.
"""

import re
from collections.abc import Mapping

LANGUAGE = "ar-xb"
LOCALE = "ar_XB"

RIGHT_TO_LEFT, END = "\u202e", "\u202c"
KEPT = re.compile(r"(%\(\w+\)[a-z]|%[a-z%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+)")
"""Placeholders, tags, entities and addresses stay as they are."""
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def pseudo(text: str) -> str:
    """Return the text about a third longer, each word shown from right to left."""
    parts = KEPT.split(text)
    return "".join(part if at % 2 else _turned(part) for at, part in enumerate(parts))


def _turned(text: str) -> str:
    longer = re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] + vowel[0].lower(), text)
    return re.sub(r"[^\W_]+", lambda word: RIGHT_TO_LEFT + word[0] + END, longer)


def pseudo_catalogue(originals: Mapping[str, str]) -> dict[str, str]:
    """Return the catalogue of the pseudo-locale for the originals of another (as in a .mo)."""
    turned = {
        original: "\x00".join(pseudo(form) for form in _forms(original)) for original in originals
    }
    return turned | {"": HEADER}


def _forms(original: str) -> list[str]:
    return original.rpartition("\x04")[2].split("\x00")
