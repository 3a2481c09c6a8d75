"""When an attempt may begin, when it ends, and which saves still count. The clock is passed in.

All moments are aware; they are reckoned in UTC, so that an hour lasts an hour when clocks change.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

Entry = Literal["open", "early", "late", "used_up"]
Arrival = Literal["in_time", "late"]


@dataclass(frozen=True)
class Settings:
    """What a quiz says for everybody; time_limit and grace are seconds, no attempts is any."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    time_limit: int | None = None
    attempts: int | None = None
    grace: int = 0


@dataclass(frozen=True)
class Accommodation:
    """What a person is always granted; it never takes anything away."""

    time_factor: Decimal = Decimal(1)
    break_minutes: int = 0
    extra_attempts: int = 0
    shift_minutes: int = 0


@dataclass(frozen=True)
class Extension:
    """What a learner is granted for one quiz: a later closing, more minutes, more attempts."""

    closes_at: datetime | None = None
    minutes: int = 0
    attempts: int = 0


@dataclass(frozen=True)
class Effective:
    """What holds for one learner; due_shift: seconds that a started attempt may outlast closing."""

    opens_at: datetime | None
    closes_at: datetime | None
    time_limit: int | None
    attempts: int | None
    due_shift: int
    grace: int


NO_ACCOMMODATION = Accommodation()
NO_EXTENSION = Extension()


def combined(extensions: Iterable[Extension]) -> Extension:
    """Return all extensions as one: the latest closing, with minutes and attempts added up."""
    granted = list(extensions)
    closings = [one.closes_at for one in granted if one.closes_at]
    return Extension(
        closes_at=max(closings, default=None),
        minutes=sum(one.minutes for one in granted),
        attempts=sum(one.attempts for one in granted),
    )


def effective(
    settings: Settings,
    accommodation: Accommodation = NO_ACCOMMODATION,
    extension: Extension = NO_EXTENSION,
) -> Effective:
    """Return what holds for a learner.

    The time factor and breaks lengthen the time limit, the shift moves closing, and an extension
    adds to both. Time that was granted is not cut by closing: a started attempt outlasts it.
    """
    limit = settings.time_limit
    granted = 60 * max(0, extension.minutes)
    if limit is not None:
        factor = max(Decimal(1), accommodation.time_factor)
        granted += math.ceil(limit * factor) - limit + 60 * max(0, accommodation.break_minutes)
    return Effective(
        opens_at=_utc(settings.opens_at),
        closes_at=_closing(settings.closes_at, accommodation.shift_minutes, extension.closes_at),
        time_limit=None if limit is None else limit + granted,
        attempts=None
        if settings.attempts is None
        else settings.attempts + max(0, accommodation.extra_attempts) + max(0, extension.attempts),
        due_shift=granted,
        grace=max(0, settings.grace),
    )


def entry(holds: Effective, *, taken: int, now: datetime) -> Entry:
    """Return whether another attempt may begin now, or why not; `taken` counts those begun."""
    if holds.opens_at and now < holds.opens_at:
        return "early"
    if holds.closes_at and now >= holds.closes_at:
        return "late"
    return "used_up" if holds.attempts is not None and taken >= holds.attempts else "open"


def deadline(started: datetime, holds: Effective) -> datetime | None:
    """Return when an attempt ends, or None where neither a limit nor closing ends it."""
    ends = []
    if holds.time_limit is not None:
        ends.append(started.astimezone(UTC) + timedelta(seconds=holds.time_limit))
    if holds.closes_at:
        ends.append(holds.closes_at + timedelta(seconds=holds.due_shift))
    return min(ends, default=None)


def last_save(due: datetime | None, grace: int) -> datetime | None:
    """Return the last moment of a save that counts; afterwards the attempt can be closed."""
    return due.astimezone(UTC) + timedelta(seconds=grace) if due else None


def arrival(now: datetime, due: datetime | None, grace: int) -> Arrival:
    """Return whether a save that the server has now counts, or is late and kept aside."""
    last = last_save(due, grace)
    return "late" if last and now > last else "in_time"


def seconds_left(now: datetime, due: datetime | None) -> int | None:
    """Return the whole seconds that remain, without grace; None where nothing ends the attempt."""
    return max(0, math.floor((due - now).total_seconds())) if due else None


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _closing(
    closes_at: datetime | None, shift_minutes: int, extended: datetime | None
) -> datetime | None:
    """Return the later of the shifted and the extended closing; a quiz without one stays open."""
    if closes_at is None:
        return None
    shifted = closes_at.astimezone(UTC) + timedelta(minutes=max(0, shift_minutes))
    return max(shifted, extended.astimezone(UTC)) if extended else shifted
