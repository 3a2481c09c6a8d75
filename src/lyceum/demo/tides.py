"""The tide at Harbour Point: an invented place with honest arithmetic.

The height is a sum of four cosines, one for each of the largest tidal constituents, which is how
real tide tables are computed (with a few dozen more terms).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, pi

MEAN_LEVEL = 2.75
CONSTITUENTS = (  # amplitude in metres, period in hours, phase in hours
    (1.60, 12.4206, 5.0),  # M2, the Moon twice a day
    (0.55, 12.0000, 4.6),  # S2, the Sun twice a day
    (0.12, 23.9345, 7.0),  # K1, Moon and Sun once a day
    (0.09, 25.8193, 2.0),  # O1, the Moon once a day
)
STEP = timedelta(minutes=5)


@dataclass(frozen=True)
class Turn:
    """A moment of high or low water; `height` in metres above chart datum."""

    at: datetime
    height: float
    high: bool


def height_at(hours: float) -> float:
    """Return the height of the tide in metres above chart datum, `hours` after the epoch."""
    return MEAN_LEVEL + sum(a * cos(2 * pi * (hours - shift) / t) for a, t, shift in CONSTITUENTS)


def turns(start: datetime, days: int) -> Iterator[Turn]:
    """Yield each high and low water of the `days` after `start`, in order."""
    before, here = height_at(-1 / 12), height_at(0)
    for step in range(days * 24 * 12):
        after = height_at((step + 1) / 12)
        if (here - before) * (after - here) <= 0 and here != before:
            yield Turn(start + step * STEP, round(here, 1), here > before)
        before, here = here, after


def table(start: datetime, days: int) -> str:
    """Return the tide table as CSV, in the local time of `start`."""
    rows = [
        f"{turn.at:%Y-%m-%d},{turn.at:%H:%M},{'high' if turn.high else 'low'},{turn.height:.1f}"
        for turn in turns(start, days)
    ]
    return "\n".join(["date,time,water,height_m", *rows]) + "\n"
