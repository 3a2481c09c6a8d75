"""What the server draws: icons, rings, bars, initials. All of it is SVG or plain markup."""

import json
from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

RING = 226.19  # the length of a circle of radius 36
MIRRORED = {"arrow-left", "arrow-right", "corner-down-right", "external-link", "chevron-right"}
"""Icons that point along the line of reading: turned around where one reads from the right."""


@lru_cache(maxsize=1)
def shapes() -> Mapping[str, str]:
    """Return the inner shapes of the icons, as the build wrote them from Lucide."""
    path = finders.find("icons.json") or settings.STATIC_ROOT / "icons.json"
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=512)
def icon(name: str) -> SafeString:
    """Draw a Lucide icon of `web/ui/icons.txt`. It is decoration: say in words what it means."""
    mirror = " data-mirror" if name in MIRRORED else ""
    shape = shapes().get(name, "")
    return mark_safe(f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true"{mirror}>{shape}</svg>')


def _bounded(percent: float | None) -> int:
    return max(0, min(100, int(percent or 0)))


def ring(percent: float | None) -> SafeString:
    """Draw progress as a ring with its number, read aloud as “64 percent done”."""
    done = _bounded(percent)
    context = {"percent": done, "length": round(RING * done / 100, 1), "whole": RING}
    return render_to_string("ui/components/ring.html", context)


def bar(percent: float | None) -> SafeString:
    """Draw progress as a bar; put the number beside it in words."""
    return format_html(
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="6"/><rect class="fill" width="{}" height="6"/>'
        "</svg>",
        _bounded(percent),
    )


def avatar(name: str) -> SafeString:
    """Draw the initials of a person; their name has to stand beside it."""
    words = name.split()
    letters = "".join(word[0] for word in [*words[:1], *words[1:][-1:]]) or "?"
    return format_html('<span class="avatar" aria-hidden="true">{}</span>', letters.upper())
