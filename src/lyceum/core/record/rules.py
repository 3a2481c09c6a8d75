"""Pure rules of progress: when an item is done, and what comes next."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

State = Literal["not_started", "started", "done"]
LONGEST_BEAT = 90
"""Seconds that one report of reading time may add: a page reports at least once a minute."""


def done_by_viewing(completion: str) -> bool:
    return completion == "viewed"


def done_by_time(completion: str, *, seconds: int, minimum: int) -> bool:
    return completion == "time" and seconds >= minimum


def counted_seconds(claimed: int, *, since_last: float) -> int:
    """Return how much of the time a browser claims is believed.

    claimed: seconds in sight; since_last: seconds by the server's clock since the last report.
    """
    return max(0, min(claimed, int(since_last) + 2, LONGEST_BEAT))


def percent(done: int, total: int) -> int:
    """Return whole percent, rounded down, so that 100 means everything."""
    return 0 if total <= 0 else min(100, done * 100 // total)


def next_item[K](
    order: Sequence[K], counted: Collection[K], states: Mapping[K, State], last: K | None
) -> K | None:
    """Return where to go on: the item left half-way, else the first after it that is not done,
    else the first of all that is not done, else None when everything that counts is done."""

    def waits(key: K) -> bool:
        return key in counted and states.get(key, "not_started") != "done"

    start = 0
    if last is not None and last in order:
        if waits(last):
            return last
        start = order.index(last) + 1
    return next((key for key in [*order[start:], *order[:start]] if waits(key)), None)
