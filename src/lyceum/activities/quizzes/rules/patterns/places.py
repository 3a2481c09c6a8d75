"""Matching a pattern by its places (Glushkov's automaton): a set of places is one whole number."""

from dataclasses import dataclass, field
from functools import cache, lru_cache

from lyceum.activities.quizzes.rules.patterns.reading import read
from lyceum.activities.quizzes.rules.patterns.tree import Choice, Letters, Part, Repeat, Row

LONGEST_TEXT = 1000
"""A longer answer fits no pattern."""


def check_pattern(pattern: str) -> None:
    """Raise PatternError where the pattern cannot be read or is too large."""
    read(pattern, case=True)


def fits(text: str, pattern: str, *, case: bool) -> bool:
    """Whether the whole text is as the pattern says; raises PatternError.

    Without `case`, the text is expected in folded case.
    """
    return len(text) <= LONGEST_TEXT and _compiled(pattern, case).fits(text)


@dataclass(frozen=True)
class _Ends:
    """Where a part may begin and end, and whether it may be empty."""

    empty: bool
    first: int = 0
    last: int = 0

    def then(self, other: "_Ends") -> "_Ends":
        return _Ends(
            self.empty and other.empty,
            self.first | other.first if self.empty else self.first,
            self.last | other.last if other.empty else other.last,
        )


@dataclass
class _Places:
    case: bool
    letters: dict[Letters, int] = field(default_factory=dict)
    follow: list[int] = field(default_factory=list)
    ends: _Ends = field(default_factory=lambda: _Ends(True))

    def fits(self, text: str) -> bool:
        if not text:
            return self.ends.empty
        taking = cache(self.taking)
        here = self.ends.first & taking(text[0])
        for letter in text[1:]:
            if not here:
                return False
            here = self.after(here) & taking(letter)
        return bool(here & self.ends.last)

    def taking(self, letter: str) -> int:
        """Return the places that take the letter."""
        found = 0
        for letters, places in self.letters.items():
            if letters.hold(letter, case=self.case):
                found |= places
        return found

    def after(self, here: int) -> int:
        found = 0
        for place in _members(here):
            found |= self.follow[place]
        return found

    def add(self, part: Part) -> _Ends:
        match part:
            case Letters():
                return self.letter(part)
            case Row():
                return self.row(part.parts)
            case Choice():
                return self.choice(part.parts)
            case Repeat():
                return self.repeat(part)

    def letter(self, part: Letters) -> _Ends:
        place = 1 << len(self.follow)
        self.letters[part] = self.letters.get(part, 0) | place
        self.follow.append(0)
        return _Ends(False, place, place)

    def row(self, parts: tuple[Part, ...]) -> _Ends:
        ends = _Ends(True)
        for part in parts:
            ends = self.joined(ends, self.add(part))
        return ends

    def joined(self, before: _Ends, after: _Ends) -> _Ends:
        self.link(before.last, after.first)
        return before.then(after)

    def link(self, lasts: int, firsts: int) -> None:
        for place in _members(lasts):
            self.follow[place] |= firsts

    def choice(self, parts: tuple[Part, ...]) -> _Ends:
        found = [self.add(part) for part in parts]
        first = last = 0
        for ends in found:
            first, last = first | ends.first, last | ends.last
        return _Ends(any(ends.empty for ends in found), first, last)

    def repeat(self, part: Repeat) -> _Ends:
        ends = _Ends(True)
        for turn in range(part.turns):
            again = self.add(part.part)
            if part.most is None and turn == part.turns - 1:
                self.link(again.last, again.first)
            if turn >= part.least:
                again = _Ends(True, again.first, again.last)
            ends = self.joined(ends, again)
        return ends


def _members(places: int) -> list[int]:
    found = []
    while places:
        lowest = places & -places
        found.append(lowest.bit_length() - 1)
        places ^= lowest
    return found


@lru_cache(256)
def _compiled(pattern: str, case: bool) -> _Places:
    made = _Places(case)
    made.ends = made.add(read(pattern, case=case))
    return made
