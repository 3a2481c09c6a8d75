"""Whether a short text is the answer that was meant."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from lyceum.activities.quizzes.rules.patterns import PatternError, check_pattern, fits

__all__ = ["PatternError", "check_pattern", "distance", "matches"]

Match = Literal["exact", "wildcard", "pattern"]
Spaces = Literal["exact", "loose"]
ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})
"""Signs that keyboards put in by themselves."""
_SPACE = re.compile(r"\s")
_STAR = re.compile(r"\\\*|\*")


def matches(
    given: str,
    answer: str,
    *,
    match: Match = "exact",
    case: bool = False,
    typos: int = 0,
    spaces: Spaces = "loose",
) -> bool:
    """Whether what was given is the answer.

    case: whether capitals count; typos: how many letters may be wrong, missing, too many or swapped
    with a neighbour (for exact answers that are not empty); spaces: "loose" takes any run of spaces
    for one. Spaces around an answer never count. A pattern that cannot be read fits nothing.
    """
    given = _normal(given, case=case, spaces=spaces)
    if match == "pattern":
        return _fits(given, _signs(answer.strip()), case=case)
    answer = _normal(answer, case=case, spaces=spaces)
    if match == "wildcard":
        return _fits_wildcard(given, answer)
    return given == answer or bool(given and typos and distance(given, answer, typos) <= typos)


def distance(one: str, other: str, most: int) -> int:
    """Return how many typos lie between two texts, or most + 1 where there are more.

    Letters swapped with their neighbour count as one (the restricted Damerau–Levenshtein distance).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    far = most + 1
    earlier: dict[int, int] = {}
    before = {place: place for place in range(min(most, len(other)) + 1)}
    for line in range(1, len(one) + 1):
        row: dict[int, int] = {}
        for place in range(max(0, line - most), min(len(other), line + most) + 1):
            steps = [before.get(place, far) + 1, row.get(place - 1, far) + 1]
            if place:
                steps.append(before.get(place - 1, far) + (one[line - 1] != other[place - 1]))
            if _swapped(one, other, line, place):
                steps.append(earlier.get(place - 2, far) + 1)
            row[place] = min(steps)
        if min(row.values()) > most:
            return far
        earlier, before = before, row
    return min(before.get(len(other), far), far)


def _swapped(one: str, other: str, line: int, place: int) -> bool:
    """Whether the two letters before these places are the same, the other way round."""
    return (
        line > 1
        and place > 1
        and one[line - 1] == other[place - 2]
        and one[line - 2] == other[place - 1]
    )


def _normal(text: str, *, case: bool, spaces: Spaces) -> str:
    text = unicodedata.normalize("NFC", text)
    if not case:
        text = unicodedata.normalize("NFC", text.casefold())
    text = _signs(text)
    return " ".join(text.split()) if spaces == "loose" else _SPACE.sub(" ", text.strip())


def _signs(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(ALIKE)


def _fits(given: str, pattern: str, *, case: bool) -> bool:
    try:
        return fits(given, pattern, case=case)
    except PatternError:
        return False


def _fits_wildcard(given: str, answer: str) -> bool:
    """Whether the text is the pieces between the stars in their order: each search goes on from
    the last, so that no piece is looked for twice."""
    first, *rest = _pieces(answer)
    if not rest:
        return given == first
    *middle, last = rest
    place, end = len(first), len(given) - len(last)
    if place > end or not given.startswith(first) or not given.endswith(last):
        return False
    for piece in middle:
        found = given.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


@lru_cache(512)
def _pieces(answer: str) -> tuple[str, ...]:
    """Return what stands between the stars; `\\*` is a star of the text."""
    pieces, place = [""], 0
    for star in _STAR.finditer(answer):
        pieces[-1] += answer[place : star.start()]
        place = star.end()
        if star[0] == "*":
            pieces.append("")
        else:
            pieces[-1] += "*"
    pieces[-1] += answer[place:]
    return tuple(pieces)
