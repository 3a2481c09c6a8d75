"""Reduced data: a page's text without what is heavy, each picture a link that names it.

Pure, and for text that was cleaned when it was written: attributes are quoted and escaped.
"""

import re
from collections.abc import Mapping

from lyceum.core.courses.rules import file_ids_in

_PICTURE = re.compile(r"<img\b([^>]*)>")
_EMBED = re.compile(r"<iframe\b([^>]*)>\s*</iframe>")
_MEDIA = re.compile(r"<(video|audio)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'\b(src|alt|title)="([^"]*)"')


def light(body: str, *, picture: str, video: str, sizes: Mapping[str, str] | None = None) -> str:
    """Return the text with pictures and players as links; `picture` and `video` name them.

    sizes: how large a course file is, in words, by its id.
    """

    sizes = sizes or {}

    def link(attributes: str, word: str) -> str:
        found = dict(_ATTRIBUTE.findall(attributes))
        name = found.get("alt") or found.get("title") or ""
        label = f"{word}: {name}" if name else word
        size = next((sizes[key] for key in file_ids_in(found.get("src", "")) if key in sizes), "")
        label += f" ({size})" if size else ""
        return f'<a class="heavy" href="{found.get("src", "")}">{label}</a>'

    body = _PICTURE.sub(lambda hit: link(hit[1], picture), body)
    body = _EMBED.sub(lambda hit: link(hit[1], video), body)
    return _MEDIA.sub(lambda hit: f'<{hit[1]} preload="none"{hit[2]}>', body)
