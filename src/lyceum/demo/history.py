"""Eight weeks of learners' behaviour: pure, seeded, and relative to now.

A course is planned for twelve weeks, its items spread evenly. A habit says on which weekdays and at
what hour somebody studies, how fast against the plan, and in which weeks at all. The same seed and
the same `now` always give the same history.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

WEEKS = 8
PLANNED_WEEKS = 12
LONGEST_SITTING = 6
"""Items that anybody takes in one go."""


@dataclass(frozen=True)
class Step:
    """What history has to know of an item."""

    key: str
    minutes: int
    completion: str


@dataclass(frozen=True)
class Visit:
    """One sitting with one item. `done_at` is None where it was left half-way.

    at, done_at: aware, never after now; seconds: time in sight; place: number of the block at the
    top of the screen when they left, empty at the end.
    """

    person: str
    item: str
    at: datetime
    seconds: int
    place: str
    done_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Habit:
    """How somebody studies. `weekdays`: Monday is 0; `hour`: when they usually begin."""

    weekdays: tuple[int, ...]
    hour: float
    pace: Callable[[int], float]
    """How many items a week against the plan; 1 is on time. Takes the week, from 0."""
    joined_week: int = 0
    attends: float = 0.9
    """Chance that they turn up on one of their days."""
    gives_up: float = 0.12
    """Chance that they leave something they should do half-way."""
    stops_at: str = ""
    """Part of the key of an item they are still in the middle of."""


def _constant(pace: float) -> Callable[[int], float]:
    return lambda week: pace


def _in_weeks(pace: float, *weeks: int) -> Callable[[int], float]:
    return lambda week: pace if week in weeks else 0.0


HABITS = {
    "steady": Habit(weekdays=(0, 2, 4), hour=19, pace=_constant(1.0)),
    "halfway": Habit(
        weekdays=(0, 1, 3, 5, 6), hour=20, pace=_constant(1.2), stops_at="longshore-drift"
    ),
    "early": Habit(weekdays=(0, 1, 3, 5), hour=7.5, pace=_constant(1.25)),
    "finished": Habit(weekdays=(1, 3, 5), hour=17, pace=_constant(1.9), attends=1, gives_up=0),
    "last_minute": Habit(weekdays=(6,), hour=20.5, pace=_constant(0.85)),
    "fading": Habit(weekdays=(1, 4), hour=21, pace=lambda week: max(0.0, 1.1 - 0.2 * week)),
    "stopped": Habit(weekdays=(0, 3), hour=16, pace=_in_weeks(1.0, 0, 1, 2)),
    "comeback": Habit(
        weekdays=(2, 5, 6), hour=15, pace=lambda week: (1, 1, 1, 0, 0, 0, 2, 2)[week]
    ),
    "late": Habit(weekdays=(1, 2, 5), hour=18.5, pace=_in_weeks(1.7, 4, 5, 6, 7), joined_week=4),
    "never": Habit(weekdays=(), hour=0, pace=_constant(0.0)),
}


def joined_at(habit: Habit, *, now: datetime, dice: Random) -> datetime:
    """Return when somebody with this habit came in: within the first days of their term."""
    start = now - timedelta(weeks=WEEKS - habit.joined_week)
    return start + timedelta(hours=dice.uniform(1, 30))


def visits(
    person: str, habit: Habit, steps: Sequence[Step], *, now: datetime, seed: str
) -> list[Visit]:
    """Return all that one learner did in one course until `now`, in order of time.

    now: aware, in the learner's time zone, which gives weekdays and hours their meaning.
    """
    dice = Random(f"{seed}/{person}")
    joined = joined_at(habit, now=now, dice=Random(f"{seed}/{person}/joined"))
    speed, shift = dice.uniform(0.85, 1.12), dice.uniform(-1.8, 1.8)
    end = _last_step(habit, steps)
    told: list[Visit] = []
    reached, owed = 0, 0.0
    for day, week in _days(now):
        owed += habit.pace(week) * speed * len(steps) / (PLANNED_WEEKS * 7)
        if day.weekday() not in habit.weekdays or dice.random() > habit.attends:
            continue
        begin = _moment(day, habit.hour + shift, now, dice)
        if begin < joined:
            continue
        count = max(0, min(LONGEST_SITTING, round(owed), end - reached))
        again = _looked_at_again(steps[:reached], count, dice)
        sitting = list(
            _sitting(person, habit, [*again, *steps[reached : reached + count]], begin, now, dice)
        )
        told += sitting
        new = max(0, len(sitting) - len(again))
        reached, owed = reached + new, owed - new
    return _left_half_way(told, now) if habit.stops_at and reached == end else told


def _looked_at_again(known: Sequence[Step], new: int, dice: Random) -> list[Step]:
    """Return what somebody opens a second time before going on: now and then the last item."""
    return [known[-1]] if known and new and dice.random() < 0.18 else []


def _days(now: datetime) -> Iterator[tuple[date, int]]:
    start = now.date() - timedelta(weeks=WEEKS)
    for number in range(WEEKS * 7 + 1):
        yield start + timedelta(days=number), min(number // 7, WEEKS - 1)


def _last_step(habit: Habit, steps: Sequence[Step]) -> int:
    """Return how many steps this learner takes at most."""
    if not habit.stops_at:
        return len(steps)
    return next(n for n, step in enumerate(steps, 1) if habit.stops_at in step.key)


def _moment(day: date, hour: float, now: datetime, dice: Random) -> datetime:
    minutes = max(5.0, min(23 * 60.0, hour * 60 + dice.gauss(0, 50)))
    return datetime.combine(day, time(), now.tzinfo) + timedelta(minutes=minutes)


def _sitting(
    person: str, habit: Habit, steps: Sequence[Step], begin: datetime, now: datetime, dice: Random
) -> Iterator[Visit]:
    """Yield one visit after the other; whatever would end after `now` has not happened."""
    at = begin
    for step in steps:
        seconds = int(step.minutes * 60 * dice.uniform(0.45, 1.4)) + 20
        end = at + timedelta(seconds=seconds)
        if end > now:
            return
        gives_up = step.completion == "marked" and dice.random() < habit.gives_up
        done_at = None if gives_up else _done_at(step, at, end)
        yield Visit(
            person, step.key, at, seconds, str(dice.randint(2, 9)) if gives_up else "", done_at
        )
        at = end + timedelta(seconds=dice.randint(5, 150))


def _done_at(step: Step, at: datetime, end: datetime) -> datetime | None:
    return {"viewed": at, "none": None}.get(step.completion, end)


def _left_half_way(told: list[Visit], now: datetime) -> list[Visit]:
    """Let the last item stand open since the day before."""
    last = told[-1]
    at = max(last.at, now - timedelta(hours=17))
    seconds = min(last.seconds // 2, int((now - at).total_seconds()))
    return [*told[:-1], replace(last, at=at, seconds=seconds, place="6", done_at=None)]
