"""A pseudo-locale, for those who build screens: each translated word is longer, and turned around.

Code ar-XB, as in Unicode's CLDR. What still reads from the left was never marked for translation;
what is cut off had no room. Pure: `lyceum.config.translations` makes its catalogue.
"""

import re

LANGUAGE = "ar-xb"
LOCALE = "ar_XB"

RIGHT_TO_LEFT, END = "\u202e", "\u202c"
KEPT = re.compile(r"(%\(\w+\)[a-z]|%[a-z%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+)")
"""Placeholders, tags, entities and addresses stay as they are."""


def pseudo(text: str) -> str:
    """Return the text about a third longer, each word shown from right to left."""
    parts = KEPT.split(text)
    return "".join(part if at % 2 else _turned(part) for at, part in enumerate(parts))


def _turned(text: str) -> str:
    longer = re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] + vowel[0].lower(), text)
    return re.sub(r"[^\W_]+", lambda word: RIGHT_TO_LEFT + word[0] + END, longer)
