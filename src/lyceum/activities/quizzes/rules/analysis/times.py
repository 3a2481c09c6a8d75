"""How long questions take."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles

from lyceum.activities.quizzes.rules.analysis.figures import Reason


@dataclass(frozen=True)
class Times:
    """Seconds: the median and the quartiles on both sides of it."""

    median: float | None
    lower: float | None
    upper: float | None
    n: int
    why: Reason | None = None


def times(seconds: Iterable[float | None], minimum: int) -> Times:
    known = [one for one in seconds if one is not None]
    if not known:
        return Times(None, None, None, 0, "none")
    if len(known) < max(2, minimum):
        return Times(None, None, None, len(known), "few")
    lower, median, upper = quantiles(known, n=4, method="inclusive")
    return Times(median, lower, upper, len(known))
