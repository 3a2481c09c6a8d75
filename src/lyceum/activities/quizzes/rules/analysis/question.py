"""The figures of one question."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lyceum.activities.quizzes.rules.analysis.choices import ChoiceTable, tables
from lyceum.activities.quizzes.rules.analysis.figures import (
    NOTHING,
    Figure,
    correlated,
    covariance,
    deviation,
    share,
    withheld,
)
from lyceum.activities.quizzes.rules.analysis.rows import Met, Question
from lyceum.activities.quizzes.rules.analysis.times import Times, times

HARD, EASY = 0.3, 0.8
WEAK = 0.1
"""Bounds that teachers know from other systems: below 30 % hard, above 80 % easy."""

Flag = Literal["check_key", "negative", "weak", "hard", "easy"]


@dataclass(frozen=True)
class QuestionAnalysis:
    """What the attempts say about a question.

    facility: the mean share of its mark; spread: the standard deviation of that share;
    discrimination: its correlation with the rest of the attempt; efficiency: its covariance with
    the rest as a share of the largest that these marks allow; weight: its share of what sets the
    attempts apart, to be compared with its share of the marks.
    """

    question: Hashable
    n: int
    facility: Figure
    spread: Figure
    discrimination: Figure
    efficiency: Figure
    weight: Figure
    tables: tuple[ChoiceTable, ...]
    times: Times
    flags: frozenset[Flag]


def analyse_question(question: Question, met: Sequence[Met], minimum: int) -> QuestionAnalysis:
    """Return the figures; `weight` is for the quiz to say."""
    n = len(met)
    few = withheld(n, "few")
    spent = times((one.answer.seconds for one in met), minimum)
    if n < minimum:
        return QuestionAnalysis(question.key, n, few, few, few, few, few, (), spent, frozenset())
    with_rest = [one for one in met if one.rest is not None]
    found = QuestionAnalysis(
        question=question.key,
        n=n,
        facility=share([one.fraction for one in met]),
        spread=Figure(deviation([one.fraction for one in met]), n),
        discrimination=_discrimination(with_rest, minimum),
        efficiency=_efficiency(with_rest, minimum),
        weight=few,
        tables=tables(question, with_rest) if len(with_rest) >= minimum else (),
        times=spent,
        flags=frozenset(),
    )
    return replace(found, flags=_flags(found))


def _discrimination(met: Sequence[Met], minimum: int) -> Figure:
    if len(met) < minimum:
        return withheld(len(met), "few" if met else "single")
    return correlated([one.fraction for one in met], [one.rest or 0.0 for one in met])


def _efficiency(met: Sequence[Met], minimum: int) -> Figure:
    if len(met) < minimum:
        return withheld(len(met), "few" if met else "single")
    marks = [one.fraction for one in met]
    rests = [one.rest or 0.0 for one in met]
    if not deviation(marks) or not deviation(rests):
        return withheld(len(met), "same")
    best = covariance(sorted(marks), sorted(rests))
    return Figure(min(1.0, covariance(marks, rests) / best), len(met))


def _flags(found: QuestionAnalysis) -> frozenset[Flag]:
    """Return what a teacher should look at."""
    facility, discrimination = found.facility.value, found.discrimination.value
    told: dict[Flag, bool] = {
        "check_key": any(table.check_key for table in found.tables),
        "negative": discrimination is not None and discrimination < -NOTHING,
        "weak": discrimination is not None and -NOTHING <= discrimination < WEAK,
        "hard": facility is not None and facility < HARD,
        "easy": facility is not None and facility > EASY,
    }
    return frozenset(flag for flag, is_so in told.items() if is_so)
