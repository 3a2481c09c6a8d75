from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import timing
from lyceum.activities.quizzes.rules.timing import Accommodation, Extension, Settings

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
EXAM = Settings(NOON - 60 * MINUTE, NOON, time_limit=3600, attempts=1, grace=30)
HALF_MORE = Accommodation(time_factor=Decimal("1.5"))


def due(settings=EXAM, started=NOON - 60 * MINUTE, **granted):
    return timing.deadline(started, timing.effective(settings, **granted))


def test_amina_has_her_hour():
    assert due() == NOON


def test_an_attempt_that_begins_late_ends_at_closing():
    assert due(started=NOON - 10 * MINUTE) == NOON


def test_extra_time_is_not_cut_by_closing():
    assert due(accommodation=HALF_MORE) == NOON + 30 * MINUTE
    assert due(accommodation=replace(HALF_MORE, break_minutes=10)) == NOON + 40 * MINUTE


def test_extra_time_does_not_let_anybody_begin_after_closing():
    holds = timing.effective(EXAM, HALF_MORE)
    assert timing.entry(holds, taken=0, now=NOON) == "late"


def test_a_shifted_deadline_lets_bruno_begin_later():
    holds = timing.effective(EXAM, Accommodation(shift_minutes=120))
    assert timing.entry(holds, taken=0, now=NOON + 60 * MINUTE) == "open"
    assert timing.deadline(NOON + 60 * MINUTE, holds) == NOON + 120 * MINUTE


def test_an_extension_adds_minutes_to_an_attempt_in_flight():
    assert due(extension=Extension(minutes=15)) == NOON + 15 * MINUTE
    both = due(accommodation=HALF_MORE, extension=Extension(minutes=15))
    assert both == NOON + 45 * MINUTE


def test_the_later_of_shift_and_extension_closes():
    far, near = Extension(NOON + 90 * MINUTE), Extension(NOON - 30 * MINUTE)
    shift = Accommodation(shift_minutes=60)
    assert timing.effective(EXAM, shift, far).closes_at == NOON + 90 * MINUTE
    assert timing.effective(EXAM, shift, near).closes_at == NOON + 60 * MINUTE


def test_extensions_are_put_together():
    granted = [Extension(NOON, 5, 1), Extension(NOON + MINUTE), Extension(minutes=10)]
    assert timing.combined(granted) == Extension(NOON + MINUTE, 15, 1)
    assert timing.combined([]) == Extension()


def test_minutes_count_without_a_time_limit_too():
    window = replace(EXAM, time_limit=None)
    assert due(window, extension=Extension(minutes=15)) == NOON + 15 * MINUTE
    assert due(window, accommodation=HALF_MORE) == NOON


def test_nothing_ends_an_attempt_without_limit_and_closing():
    endless = Settings()
    assert due(endless) is None
    assert timing.arrival(NOON, None, 0) == "in_time"
    assert timing.seconds_left(NOON, None) is timing.last_save(None, 30) is None


@pytest.mark.parametrize(
    ("minutes", "taken", "entry"),
    [(-61, 0, "early"), (-60, 0, "open"), (-1, 0, "open"), (0, 0, "late"), (-30, 1, "used_up")],
)
def test_when_an_attempt_may_begin(minutes, taken, entry):
    holds = timing.effective(EXAM)
    assert timing.entry(holds, taken=taken, now=NOON + minutes * MINUTE) == entry


def test_extra_attempts_are_added_and_any_number_stays_any():
    extra = Accommodation(extra_attempts=1), Extension(attempts=2)
    assert timing.effective(EXAM, *extra).attempts == 4
    assert timing.effective(replace(EXAM, attempts=None), *extra).attempts is None


@pytest.mark.parametrize(
    ("seconds", "arrival"),
    [(-1, "in_time"), (0, "in_time"), (30, "in_time"), (30.001, "late"), (31, "late")],
)
def test_security_23_a_save_after_grace_is_kept_aside(seconds, arrival):
    assert timing.arrival(NOON + timedelta(seconds=seconds), NOON, 30) == arrival


def test_the_learner_sees_the_seconds_without_grace():
    assert timing.seconds_left(NOON - timedelta(seconds=90.5), NOON) == 90
    assert timing.seconds_left(NOON + MINUTE, NOON) == 0


def test_an_hour_lasts_an_hour_when_the_clocks_go_back():
    berlin = ZoneInfo("Europe/Berlin")
    started = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    ends = due(Settings(time_limit=3600), started=started)
    assert ends - started.astimezone(UTC) == 60 * MINUTE


MINUTES = st.integers(-60, 600)
ACCOMMODATIONS = st.builds(
    Accommodation,
    time_factor=st.decimals("0.5", 4, places=2),
    break_minutes=MINUTES,
    extra_attempts=st.integers(-1, 5),
    shift_minutes=MINUTES,
)
MOMENTS = st.none() | st.integers(-100, 100).map(lambda minutes: NOON + minutes * MINUTE)
EXTENSIONS = st.builds(Extension, MOMENTS, MINUTES, st.integers(-1, 5))
SETTINGS = st.builds(
    Settings,
    st.none(),
    MOMENTS,
    st.none() | st.integers(1, 10_000),
    st.none() | st.integers(1, 5),
    st.integers(0, 120),
)


@given(SETTINGS, ACCOMMODATIONS, EXTENSIONS)
def test_what_is_granted_never_takes_anything_away(settings, accommodation, extension):
    plain, granted = (
        timing.effective(settings),
        timing.effective(settings, accommodation, extension),
    )
    started = NOON - 60 * MINUTE
    before, after = timing.deadline(started, plain), timing.deadline(started, granted)
    assert (before is None) == (after is None)
    assert before is None or before <= after
    assert plain.attempts is None or plain.attempts <= granted.attempts
    assert plain.closes_at is None or plain.closes_at <= granted.closes_at


@given(SETTINGS, ACCOMMODATIONS, st.integers(0, 600))
def test_all_minutes_that_are_added_reach_an_attempt_in_flight(settings, accommodation, minutes):
    before = due(settings, accommodation=accommodation)
    after = due(settings, accommodation=accommodation, extension=Extension(minutes=minutes))
    assert before is None or after - before == minutes * MINUTE


@given(SETTINGS, ACCOMMODATIONS)
def test_whoever_begins_before_closing_gets_all_the_granted_time(settings, accommodation):
    holds = timing.effective(replace(settings, closes_at=NOON), accommodation)
    ends = timing.deadline(holds.closes_at, holds)
    assert ends - holds.closes_at == timedelta(seconds=holds.due_shift)
