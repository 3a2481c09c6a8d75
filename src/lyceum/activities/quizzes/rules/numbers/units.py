"""Units of measure beside a number."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypedDict

from lyceum.activities.quizzes.rules.numbers.reading import EXPONENT, LONGEST, parse, plain

_BEFORE = re.compile(r"(?P<unit>[^\d\s.,+-]+)\s*(?P<number>[+-]?\s*[\d.,].*)", re.ASCII)
_AFTER = re.compile(
    rf"(?P<number>[+-]?\s*[\d.,' ]*\d[.,]?{EXPONENT}?)\s*(?P<unit>[^\s\d.,].*)", re.ASCII
)


class Unit(TypedDict):
    """A unit, and how many of the answer's own unit one of it is: km is 1000 where m has 1."""

    name: str
    factor: str


def split_unit(text: str, units: Iterable[str]) -> tuple[str, str]:
    """Return the number's text and the unit's name: the known one, as it was typed, or empty.

    Capitals count (mW is not MW); spaces, `^` and `·` in a unit do not.
    """
    text = plain(text[: LONGEST + 1]).strip()
    known = {_normal(name): name for name in units}
    for start in range(1, len(text)):
        name = known.get(_normal(text[start:]))
        if name and parse(text[:start]):
            return text[:start].strip(), name
    found = _AFTER.fullmatch(text) or _BEFORE.fullmatch(text)
    if not found:
        return text, ""
    unit = found["unit"].strip()
    return found["number"].strip(), known.get(_normal(unit), unit)


def factor(unit: str, units: Sequence[Unit]) -> Decimal | None:
    """Return what to multiply by to reach the answer's own unit, or None for an unknown unit."""
    wanted = _normal(unit)
    for known in units:
        if _normal(known["name"]) == wanted:
            return Decimal(known["factor"])
    return None


def _normal(unit: str) -> str:
    """Return one form for all ways to write a unit: m², m^2 and m2; kg·m, kg m and kg*m."""
    text = unicodedata.normalize("NFKC", plain(unit)).strip()
    text = re.sub(r"\s*(?:\^|\*\*)\s*", "", text)
    text = re.sub(r"\s*/\s*", "/", text)
    return re.sub(r"\s*[*·⋅×]\s*|\s+", "·", text)
