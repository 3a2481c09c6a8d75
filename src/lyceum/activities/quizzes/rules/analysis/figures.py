"""Figures with their intervals, or the reason why there is none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

from lyceum.activities.quizzes.rules.problem import gettext_noop

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
NOTHING = 1e-9
"""Shares of marks that differ by less are the same."""

Reason = Literal["few", "same", "single", "different", "negative", "none"]
REASONS: dict[Reason, str] = {
    "few": gettext_noop("Too few attempts to say: wait for %(minimum)s."),
    "same": gettext_noop("Everybody earned the same, so there is nothing to compare."),
    "single": gettext_noop("The quiz has a single question, so there is nothing to compare with."),
    "different": gettext_noop("Attempts met different numbers of questions."),
    "negative": gettext_noop("Who earns more here earns less in the whole."),
    "none": gettext_noop("Nothing was measured."),
}


@dataclass(frozen=True)
class Figure:
    """A value from `n` attempts with the ends of its 95 % interval where a formula gives them.

    Without a value, `why` says the reason.
    """

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    why: Reason | None = None


def withheld(n: int, why: Reason) -> Figure:
    return Figure(None, n, why=why)


def mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the sample's covariance, with n - 1."""
    here, there = mean(one), mean(other)
    products = ((a - here) * (b - there) for a, b in zip(one, other, strict=True))
    return math.fsum(products) / (len(one) - 1)


def deviation(values: Sequence[float]) -> float:
    """Return the sample's standard deviation; what is only rounding is nothing."""
    if max(values) - min(values) < NOTHING:
        return 0.0
    return math.sqrt(covariance(values, values))


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return the correlation, or None where one side does not vary."""
    spread = deviation(one) * deviation(other)
    return max(-1.0, min(1.0, covariance(one, other) / spread)) if spread else None


def share(values: Sequence[float]) -> Figure:
    """Return a mean of shares with Wilson's interval: for parts of marks it is on the wide side."""
    n, value = len(values), mean(values)
    p = max(0.0, min(1.0, value))
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return Figure(value, n, min(value, max(0.0, middle - half)), min(1.0, middle + half))


def correlated(one: Sequence[float], other: Sequence[float]) -> Figure:
    """Return a correlation with Fisher's interval."""
    n, r = len(one), correlation(one, other)
    if r is None:
        return withheld(n, "same")
    if abs(r) >= 1 or n < 4:
        return Figure(r, n, *((r, r) if n >= 4 else (-1.0, 1.0)))
    half = Z / math.sqrt(n - 3)
    return Figure(r, n, math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half))


def consistent(alpha: float, *, n: int, items: int) -> Figure:
    """Return Cronbach's alpha with Bonett's interval (2002)."""
    if alpha >= 1 or n < 3:
        return Figure(alpha, n, *((alpha, alpha) if alpha >= 1 else (None, None)))
    half = Z * math.sqrt(2 * items / ((items - 1) * (n - 2)))
    left = math.log(1 - alpha)
    return Figure(alpha, n, 1 - math.exp(left + half), 1 - math.exp(left - half))
