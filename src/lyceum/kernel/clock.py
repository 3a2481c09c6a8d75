"""The one source of time, so that tests and the demo can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_frozen: ContextVar[datetime | None] = ContextVar("frozen_clock", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def today(time_zone: str) -> date:
    """Return the date it is now in the IANA `time_zone`."""
    return now().astimezone(ZoneInfo(time_zone)).date()


@contextmanager
def freeze(at: datetime) -> Iterator[None]:
    """Let time stand still at the aware moment `at`, in this context only."""
    if at.tzinfo is None:
        raise ValueError("freeze() takes an aware datetime; add a time zone.")
    token = _frozen.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
