"""Hot parts: rendered once per version and language, with slots filled for each request.

A part that is the same for many people (a course's outline) is rendered by its template once for
each `key`. Where people differ it says `{% slot "name" %}`. Filling is a walk over strings.
The key holds the version of what is shown, read in the same query as the page: a stale part has
another key and cannot be found.
"""

import re
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from functools import cache
from secrets import token_hex
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_CHARACTERS = 32_000_000

_kept: OrderedDict[Hashable, list[str]] = OrderedDict()
_lock = Lock()
_size = 0


@cache
def _mark() -> str:
    """A mark no author can guess, so that no text can pass for a slot."""
    return token_hex(12)


def slot_mark(name: str) -> SafeString:
    """Return what stands for a slot until it is filled."""
    return SafeString(f"\x00{_mark()}:{name}\x00")


def render_hot(
    *,
    key: tuple[Hashable, ...],
    template: str,
    context: Mapping[str, Any],
    slots: Mapping[str, str],
) -> SafeString:
    """Return the part with its slots filled; what is no SafeString is escaped on the way in."""
    whole_key = (*key, get_language())
    chunks = _kept.get(whole_key)
    if chunks is None:
        chunks = _keep(whole_key, split(render_to_string(template, dict(context))))
    filled = list(chunks)
    for place in range(1, len(filled), 2):
        filled[place] = conditional_escape(slots.get(filled[place], ""))
    return mark_safe("".join(filled))


def split(rendered: str) -> list[str]:
    """Return text, slot name, text, … of a rendered template."""
    return re.split(f"\x00{_mark()}:([^\x00]*)\x00", rendered)


def _keep(key: Hashable, chunks: list[str]) -> list[str]:
    global _size
    with _lock:
        if key not in _kept:
            _kept[key] = chunks
            _size += sum(map(len, chunks))
        while _size > MOST_CHARACTERS and len(_kept) > 1:
            _size -= sum(map(len, _kept.popitem(last=False)[1]))
    return chunks


def forget() -> None:
    """Drop every kept part: for tests, and for templates that changed under a running server."""
    global _size
    with _lock:
        _kept.clear()
        _size = 0
