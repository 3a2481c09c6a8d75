"""Who chose what: the answers to a question by thirds of the rest of the attempt."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lyceum.activities.quizzes.rules.analysis.figures import Figure, correlated
from lyceum.activities.quizzes.rules.analysis.rows import Met, Question

Third = Literal["low", "middle", "top"]


@dataclass(frozen=True)
class ChoiceCount:
    """How many chose this, by thirds; `choice` is None for those who left the part empty.

    discrimination: how choosing it goes with the rest of the attempt (a correlation); right choices
    should be above 0, wrong ones below.
    """

    choice: str | None
    right: bool
    low: int
    middle: int
    top: int
    discrimination: Figure

    @property
    def count(self) -> int:
        return self.low + self.middle + self.top


@dataclass(frozen=True)
class ChoiceTable:
    """The choices of one part of a question; `check_key` where the best chose a wrong one most."""

    part: str
    counts: tuple[ChoiceCount, ...]
    check_key: bool


def tables(question: Question, met: Sequence[Met]) -> tuple[ChoiceTable, ...]:
    """Return a table for each part; every meeting has a rest."""
    rests = [one.rest or 0.0 for one in met]
    thirds = thirds_of(rests)
    parts = dict.fromkeys(question.choices)
    parts |= dict.fromkeys(sorted({part for one in met for part in one.answer.choices}))
    return tuple(_table(question, part, met, rests, thirds) for part in parts)


def thirds_of(values: Sequence[float]) -> list[Third]:
    """Return in which third each value lies; equal values lie in the same, by their mean rank."""
    ranked = sorted(values)

    def third(value: float) -> Third:
        doubled = bisect_left(ranked, value) + bisect_right(ranked, value)
        if 3 * doubled < 2 * len(ranked):
            return "low"
        return "top" if 3 * doubled > 4 * len(ranked) else "middle"

    return [third(value) for value in values]


def _table(
    question: Question, part: str, met: Sequence[Met], rests: list[float], thirds: list[Third]
) -> ChoiceTable:
    chosen = [one.answer.choices.get(part) for one in met]
    right = question.right.get(part, frozenset())
    cells = Counter(zip(chosen, thirds, strict=True))
    counts = tuple(
        ChoiceCount(
            choice,
            choice in right,
            cells[choice, "low"],
            cells[choice, "middle"],
            cells[choice, "top"],
            correlated([float(one == choice) for one in chosen], rests),
        )
        for choice in _listed(question, part, chosen)
    )
    return ChoiceTable(part, counts, _wrong_wins(counts))


def _listed(question: Question, part: str, chosen: list[str | None]) -> list[str | None]:
    """Return the choices in the question's order, then others by how often, then nothing."""
    named = dict.fromkeys(question.choices.get(part, ()))
    often = Counter(one for one in chosen if one is not None and one not in named)
    others = sorted(often, key=lambda one: (-often[one], one))
    return [*named, *others, *([None] if None in chosen else [])]


def _wrong_wins(counts: Sequence[ChoiceCount]) -> bool:
    """Whether, among the top third, one wrong choice was taken more often than all right ones."""
    rights = [count.top for count in counts if count.right]
    wrongs = [count.top for count in counts if not count.right and count.choice is not None]
    return bool(rights) and max(wrongs, default=0) > sum(rights)
