"""What a page's HTML says, without its markup."""

import math
import re
from dataclasses import dataclass

from lyceum.kernel.markup.shape import is_block
from lyceum.kernel.markup.trees import Node, elements, made, parsed, swap, words_of

WORDS_A_MINUTE = 200
SIGNS_A_MINUTE = 400
IMAGES_A_MINUTE = 6
# Scripts that are written without spaces: each sign is counted.
SIGN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
BREAKS = {"br", "li", "td", "th", "dt", "dd", "figcaption", "caption", "summary", "tr"}


def text_of(html: str) -> str:
    """Return the words, white space folded; a formula is told by its TeX."""
    root = _readable(html)
    for element in elements(root):
        if is_block(element) or element.tag in BREAKS:
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
    return words_of(root)


def _readable(html: str) -> Node:
    """Return the tree with each formula replaced by its TeX."""
    root = parsed(html)
    for formula in elements(root, "math"):
        note = formula.find(".//annotation")
        if note is not None:
            swap(formula, made("span", note.text))
    return root


def reading_minutes(html: str) -> int:
    """Return about how many minutes a reader needs: 0 for nothing, else at least 1."""
    text = text_of(html)
    signs = len(SIGN.findall(text))
    words = len(SIGN.sub(" ", text).split())
    images = html.count("<img") + html.count("<math")
    minutes = words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE + images / IMAGES_A_MINUTE / 2
    return math.ceil(minutes)


def headings(html: str) -> list[tuple[int, str, str]]:
    """Return level (2–4), id and words of each heading; cleaned HTML gives each an id."""
    found = elements(_readable(html), "h2", "h3", "h4")
    return [(int(str(one.tag)[1]), one.get("id") or "", words_of(one)) for one in found]


@dataclass(frozen=True)
class Passage:
    """A place in a text: the heading above it, or none, and how much lies before it (0 to 1)."""

    heading: str
    share: float


def passage(html: str, block: int) -> Passage:
    """Return the place of the block with this number; 0 is the first."""
    heading, before, total = "", 0, 0
    for number, element in enumerate(_readable(html)):
        words = words_of(element)
        if number <= block and element.tag in {"h2", "h3", "h4"}:
            heading = words
        before += len(words) if number < block else 0
        total += len(words)
    return Passage(heading, before / total if total else 0.0)
