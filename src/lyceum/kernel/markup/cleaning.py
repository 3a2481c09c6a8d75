"""`clean`: any text in, safe HTML out, and the same again when it is cleaned again."""

import html as entities
import re
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from lyceum.kernel.markup.allowed import FINAL, ROUGH, named
from lyceum.kernel.markup.dropped import dropped_from
from lyceum.kernel.markup.shape import shape
from lyceum.kernel.markup.trees import parsed, written

MAX_BYTES = 2_000_000
MAX_DEPTH = 150
MAX_ROUNDS = 6
MAX_AMPERSANDS = 10_000
"""The cleaner takes time for each in proportion to the text around it."""

UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# One attribute as HTML reads it (§13.2.5.33), without ever trying it a second way.
ATTRIBUTE = r"""[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
CROWDED = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{ATTRIBUTE}){{300}}")
MARKUP = re.compile(r"<[^<>]*>")
# Void elements, and those whose end tag may be left out: their holders are counted instead.
UNCOUNTED = named(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd "
    "option optgroup tbody thead tfoot colgroup caption rt rp"
)


class MarkupTooLarge(ValueError):
    """The text is larger than a page may be; nothing of it was changed."""


@dataclass(frozen=True)
class Cleaned:
    """Safe HTML, and what was removed for it, in words."""

    html: str
    dropped: tuple[str, ...] = ()


def clean_html(html: str, *, limit: int = MAX_BYTES) -> str:
    """Return `html` as safe HTML; raises `MarkupTooLarge` and nothing else."""
    return _cleaned(html, _hosts(), limit)


def clean(html: str, *, limit: int = MAX_BYTES) -> Cleaned:
    """Return `html` as safe HTML, with the list of what was removed; raises `MarkupTooLarge`."""
    hosts = _hosts()
    result = _cleaned(html, hosts, limit)
    usable = UNUSABLE.sub("", html)
    if is_odd(usable):
        return Cleaned(result, (_("all markup, since it is nested too deeply"),))
    return Cleaned(result, dropped_from(usable, hosts))


def _hosts() -> tuple[str, ...]:
    return tuple(settings.EMBED_HOSTS)


def _cleaned(html: str, hosts: tuple[str, ...], limit: int) -> str:
    _refuse_large(html, limit)
    text = UNUSABLE.sub("", html)
    for _round in range(MAX_ROUNDS):
        if is_odd(text):
            return _as_words(text)
        again = _once(text, hosts)
        if again == text:
            break
        text = again
    else:
        text = _as_words(text)
    _refuse_large(text, limit)
    return text


def _once(html: str, hosts: tuple[str, ...]) -> str:
    """Parse as browsers do, shape, and let the allow-list have the last word."""
    root = parsed(ROUGH.clean(html))
    shape(root, hosts)
    return FINAL.clean(written(root))


def _refuse_large(html: str, limit: int) -> None:
    if len(html) > limit or len(html.encode("utf-8", "replace")) > limit:
        message = _(
            "The text is larger than %(mb)s MB. Split it into several pages, "
            "or add large images as files."
        )
        raise MarkupTooLarge(message % {"mb": f"{limit / 1_000_000:g}"})


def is_odd(html: str) -> bool:
    """Whether `html` is built to be slow: no author nests so deeply or names so many attributes."""
    if html.count("&") > MAX_AMPERSANDS and entities.unescape(html).count("&") > MAX_AMPERSANDS:
        return True
    return depth_of(html) > MAX_DEPTH or CROWDED.search(html) is not None


def depth_of(html: str) -> int:
    """Return how deeply `html` is nested at most, roughly: parsing gets slow with the depth.

    Tags in comments and scripts count too: what ends a comment is a matter of opinion.
    """
    open_tags: dict[str, int] = {}
    depth = deepest = 0
    for hit in TAG.finditer(html):
        name = hit[2].lower()
        if name in UNCOUNTED:
            continue
        if not hit[1]:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
        elif open_tags.get(name):
            open_tags[name] -= 1
            depth -= 1
    return deepest


def _as_words(html: str) -> str:
    words = " ".join(entities.unescape(MARKUP.sub(" ", html)).replace("\\", "").split())
    return f"<p>{entities.escape(UNUSABLE.sub('', words), quote=False)}</p>" if words else ""
