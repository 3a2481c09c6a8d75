"""What patterns are made of."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from lyceum.activities.quizzes.rules.problem import Problem, gettext_noop

LARGEST = 300
"""Places for letters in a pattern, repeats counted."""


class PatternError(Problem):
    """A pattern that cannot be read, or is too large."""


@dataclass(frozen=True)
class Letters:
    """One letter in (or, `without`, outside) the ranges and the kinds: "d", "s", "w"."""

    ranges: tuple[tuple[str, str], ...] = ()
    kinds: frozenset[str] = frozenset()
    without: bool = False
    size: int = 1

    def hold(self, letter: str, *, case: bool) -> bool:
        variants = {letter} if case else {letter, letter.upper(), letter.lower(), letter.title()}
        inside = any(low <= one <= high for one in variants for low, high in self.ranges)
        return (inside or any(KINDS[kind](letter) for kind in self.kinds)) != self.without


def _belongs_to_words(letter: str) -> bool:
    return letter == "_" or unicodedata.category(letter)[0] in "LMN"


KINDS: dict[str, Callable[[str], bool]] = {
    "d": str.isdecimal,
    "s": str.isspace,
    "w": _belongs_to_words,
}


@dataclass(frozen=True)
class Row:
    """Parts one after another; none is the empty text, which counts, as it may be repeated too."""

    parts: tuple["Part", ...]

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts) or 1


@dataclass(frozen=True)
class Choice:
    """One of the parts."""

    parts: tuple["Part", ...]

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)


@dataclass(frozen=True)
class Repeat:
    """A part `least` to `most` times; no `most` is any number of times."""

    part: "Part"
    least: int
    most: int | None

    @property
    def size(self) -> int:
        return self.part.size * max(self.turns, 1)

    @property
    def turns(self) -> int:
        """How often the part is written out; the last one loops where there is no `most`."""
        return max(self.least, 1) if self.most is None else self.most


Part = Letters | Row | Choice | Repeat


def bounded(part: Part) -> Part:
    """Return the part; raises PatternError where it is too large."""
    if part.size > LARGEST:
        raise PatternError(gettext_noop("The pattern is too large: repeat fewer times."))
    return part
