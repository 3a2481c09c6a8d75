"""The figures of a quiz."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from lyceum.activities.quizzes.rules.analysis.figures import (
    NOTHING,
    Figure,
    Z,
    consistent,
    covariance,
    deviation,
    mean,
    withheld,
)
from lyceum.activities.quizzes.rules.analysis.question import QuestionAnalysis, analyse_question
from lyceum.activities.quizzes.rules.analysis.rows import Met, Question, Row, meetings

MINIMUM = 10
"""Attempts below which a figure says more about chance, or about a person, than about a quiz."""


@dataclass(frozen=True)
class QuizAnalysis:
    """What the attempts say about the quiz.

    mean, median, deviation: of the attempts' shares of the marks (0 to 1); reliability: Cronbach's
    alpha; error_ratio: how much of the deviation is chance, sqrt(1 − alpha); standard_error: of one
    attempt's share, error_ratio × deviation.
    """

    n: int
    mean: Figure
    median: Figure
    deviation: Figure
    reliability: Figure
    error_ratio: Figure
    standard_error: Figure
    questions: tuple[QuestionAnalysis, ...]


def analyse(
    questions: Sequence[Question], rows: Sequence[Row], minimum: int = MINIMUM
) -> QuizAnalysis:
    """Return the figures of a quiz and of each question, in their order.

    rows: one for each attempt that counts. An attempt with answers that wait for marking counts for
    its marked questions alone.
    """
    minimum = max(2, minimum)
    marks = {question.key: question.mark for question in questions}
    met = meetings(rows, marks)
    weights = _weights(met, marks, minimum)
    return replace(
        _whole(rows, marks, minimum),
        questions=tuple(
            replace(
                analyse_question(question, met[question.key], minimum),
                weight=weights[question.key],
            )
            for question in questions
        ),
    )


def _whole(rows: Sequence[Row], marks: Mapping[Hashable, float], minimum: int) -> QuizAnalysis:
    marked = [row for row in rows if row and _is_marked(row)]
    n = len(marked)
    if n < minimum:
        few = withheld(n, "few")
        return QuizAnalysis(n, few, few, few, few, few, few, ())
    shares = [_share(row, marks) for row in marked]
    spread = deviation(shares)
    half = Z * spread / math.sqrt(n)
    alpha = _reliability(marked, marks)
    return QuizAnalysis(
        n=n,
        mean=Figure(mean(shares), n, mean(shares) - half, mean(shares) + half),
        median=Figure(median(shares), n),
        deviation=Figure(spread, n),
        reliability=alpha,
        error_ratio=_error(alpha, 1.0),
        standard_error=_error(alpha, spread),
        questions=(),
    )


def _is_marked(row: Row) -> bool:
    return all(answer.fraction is not None for answer in row)


def _earned(row: Row, marks: Mapping[Hashable, float]) -> dict[Hashable, float]:
    """Return the marks of each place."""
    return {
        answer.place: (answer.fraction or 0.0) * marks[answer.question]
        for answer in row
        if answer.question in marks
    }


def _share(row: Row, marks: Mapping[Hashable, float]) -> float:
    possible = math.fsum(marks[answer.question] for answer in row if answer.question in marks)
    return math.fsum(_earned(row, marks).values()) / possible if possible else 0.0


def _reliability(rows: Sequence[Row], marks: Mapping[Hashable, float]) -> Figure:
    table = [_earned(row, marks) for row in rows]
    places = table[0].keys()
    if any(earned.keys() != places for earned in table):
        return withheld(len(rows), "different")
    if len(places) < 2:
        return withheld(len(rows), "single")
    totals = deviation([math.fsum(earned.values()) for earned in table])
    if not totals:
        return withheld(len(rows), "same")
    parts = (deviation([earned[place] for earned in table]) ** 2 for place in places)
    items = len(places)
    alpha = items / (items - 1) * (1 - math.fsum(parts) / totals**2)
    return consistent(1.0 if alpha > 1 - NOTHING else alpha, n=len(rows), items=items)


def _error(alpha: Figure, spread: float) -> Figure:
    if alpha.value is None:
        return alpha
    return Figure(spread * math.sqrt(1 - alpha.value), alpha.n)


def _weights(
    met: Mapping[Hashable, Sequence[Met]], marks: Mapping[Hashable, float], minimum: int
) -> dict[Hashable, Figure]:
    """Return each question's share of what sets attempts apart."""
    roots = {key: _root(marks[key], some) for key, some in met.items() if len(some) >= minimum}
    whole = math.fsum(root for root in roots.values() if root is not None)
    return {
        key: _weight(roots[key], whole, len(met[key]))
        if key in roots
        else withheld(len(met[key]), "few")
        for key in met
    }


def _root(mark: float, met: Sequence[Met]) -> float | None:
    """Return the root of a question's covariance with the whole, or None where it is negative."""
    with_whole = covariance([one.fraction * mark for one in met], [one.total for one in met])
    if abs(with_whole) < NOTHING:
        return 0.0
    return math.sqrt(with_whole) if with_whole > 0 else None


def _weight(root: float | None, whole: float, n: int) -> Figure:
    if root is None:
        return withheld(n, "negative")
    return Figure(root / whole, n) if whole else withheld(n, "same")
