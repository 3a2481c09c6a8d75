"""What is analysed: attempts as rows of answers."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """A question and, for each of its parts, the choices in their order and the right ones.

    Choices are the classes that a kind sorts answers into; those not named here are added as they
    come.
    """

    key: Hashable
    mark: float = 1.0
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    right: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """What one attempt did with one question.

    fraction: of the mark, None while it waits for marking (left empty is 0); choices: part →
    class of the answer, missing where it was left empty; seconds: spent on it; slot: the place in
    the quiz where draws may put any question, else the question stands for it.
    """

    question: Hashable
    fraction: float | None
    choices: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = None
    slot: Hashable = None

    @property
    def place(self) -> Hashable:
        return self.question if self.slot is None else self.slot


Row = Sequence[Answered]


@dataclass(frozen=True)
class Met:
    """One meeting of an attempt with a question: the answer, and how the rest of the attempt went.

    rest and total: shares of the marks, −1 to 1; rest is None where there was nothing else.
    """

    answer: Answered
    fraction: float
    rest: float | None
    total: float


def meetings(rows: Sequence[Row], marks: Mapping[Hashable, float]) -> dict[Hashable, list[Met]]:
    """Return, for each question, the marked answers to it."""
    found: dict[Hashable, list[Met]] = {key: [] for key in marks}
    for row in rows:
        marked = [
            (answer, answer.fraction, marks[answer.question])
            for answer in row
            if answer.fraction is not None and answer.question in marks
        ]
        earned = math.fsum(fraction * mark for _, fraction, mark in marked)
        possible = math.fsum(mark for *_, mark in marked)
        for answer, fraction, mark in marked:
            rest = _share(earned - fraction * mark, possible - mark)
            total = _share(earned, possible) or 0.0
            found[answer.question].append(Met(answer, fraction, rest, total))
    return found


def _share(earned: float, possible: float) -> float | None:
    """Return a share of marks, rounded so that equal shares are equal."""
    return round(earned / possible, 9) + 0.0 if possible > 0 else None
