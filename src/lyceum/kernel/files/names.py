"""Names of files as people gave them, made safe to show and to send (SECURITY 61)."""

import re
import unicodedata

MAX_NAME = 200
MAX_ENDING = 20
# Controls, and the marks that turn the direction of what follows (Trojan Source).
UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# What some browsers would turn back into a control.
ESCAPED = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
SURROGATE = re.compile(r"[\ud800-\udfff]")


def safe_name(raw: str) -> str:
    """Return the last part of `raw` without controls or direction marks; never empty or long."""
    last = SURROGATE.sub("?", raw).replace("\\", "/").rsplit("/", 1)[-1]
    name = " ".join(ESCAPED.sub("_", UNSHOWN.sub("", unicodedata.normalize("NFC", last))).split())
    if not name.strip("."):
        return "file"
    if len(name) <= MAX_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    kept = dot + ending[:MAX_ENDING] if stem else ""
    return name[: MAX_NAME - len(kept)] + kept


def ending_of(name: str) -> str:
    """Return the part after the last dot, in lower case; "" where there is none."""
    return name.rpartition(".")[2].lower() if "." in name.strip(".") else ""
