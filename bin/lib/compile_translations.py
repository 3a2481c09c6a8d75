"""Compiles translations (.po) into what Python reads (.mo), without GNU gettext.

The format is the one of `gettext`'s own documentation: a sorted table of originals, and one of
translations. The pseudo-locale has no .po: it is made from the originals of the others.
"""

import ast
import struct
import sys
from pathlib import Path

from lyceum.web.ui import pseudo

LOCALE = Path(__file__).resolve().parents[2] / "src" / "lyceum" / "locale"
MAGIC = 0x950412DE


def entries(text: str) -> dict[str, str]:
    """Return original → translation, where there is one."""
    return {original: said for original, said in messages(text).items() if said}


def messages(text: str) -> dict[str, str]:
    """Return original → translation or "", keyed as in a .mo: \\x04 context, \\x00 plurals."""
    found: dict[str, str] = {}
    for block in text.split("\n\n"):
        parts: dict[str, str] = {}
        key = ""
        fuzzy = False
        for line in block.splitlines():
            if line.startswith("#"):
                fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            elif line.startswith('"'):
                parts[key] += ast.literal_eval(line)
            elif line.startswith("msg"):
                key, _, quoted = line.partition(" ")
                parts[key] = ast.literal_eval(quoted)
        if "msgid" not in parts:
            continue
        original = parts["msgid"]
        if "msgctxt" in parts:
            original = f"{parts['msgctxt']}\x04{original}"
        if "msgid_plural" in parts:
            original += f"\x00{parts['msgid_plural']}"
            forms = [parts[name] for name in sorted(parts) if name.startswith("msgstr[")]
            translation = "\x00".join(forms) if all(forms) else ""
        else:
            translation = parts.get("msgstr", "")
        found[original] = "" if fuzzy and parts["msgid"] else translation
    return found


def compiled(found: dict[str, str]) -> bytes:
    """Return the bytes of a .mo file."""
    rows = sorted((key.encode(), value.encode()) for key, value in found.items())
    start = 28 + 16 * len(rows)
    heads: list[tuple[int, int]] = []
    body = b""
    for column in (0, 1):
        for row in rows:
            heads.append((len(row[column]), start + len(body)))
            body += row[column] + b"\x00"
    table = b"".join(struct.pack("<II", *head) for head in heads)
    head = struct.pack("<7I", MAGIC, 0, len(rows), 28, 28 + 8 * len(rows), 0, start)
    return head + table + body


if __name__ == "__main__":
    originals: dict[str, str] = {}
    for source in sorted(LOCALE.rglob("*.po")):
        text = source.read_text("utf-8")
        originals |= messages(text)
        source.with_suffix(".mo").write_bytes(compiled(entries(text)))
    made = LOCALE / pseudo.LOCALE / "LC_MESSAGES" / "django.mo"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(compiled(pseudo.pseudo_catalogue(originals)))
    sys.exit(0)
