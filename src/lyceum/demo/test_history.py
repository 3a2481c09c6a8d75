from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.demo.history import HABITS, WEEKS, Step, visits
from lyceum.demo.people import LEARNERS
from lyceum.demo.reading import read_courses

NOW = datetime(2026, 5, 20, 11, 30, tzinfo=ZoneInfo("Europe/Lisbon"))
STEPS = [Step(f"{n:02}", 6, ("viewed", "viewed", "marked", "time")[n % 4]) for n in range(30)]
moments = st.integers(0, 6 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))


def told(habit, now=NOW, person="amina", steps=STEPS):
    return visits(person, HABITS[habit], steps, now=now, seed="a course")


def done(habit, **kwargs):
    return {visit.item for visit in told(habit, **kwargs) if visit.done_at}


ROAMING = sorted(set(HABITS) - {"halfway"})


@given(now=moments, habit=st.sampled_from(ROAMING), person=st.text(min_size=1, max_size=8))
def test_nothing_happens_before_the_term_or_after_now(now, habit, person):
    for visit in told(habit, now, person):
        assert now - timedelta(weeks=WEEKS) <= visit.at <= now
        assert visit.at + timedelta(seconds=visit.seconds) <= now
        assert visit.done_at is None or visit.at <= visit.done_at <= now


@given(now=moments, habit=st.sampled_from(ROAMING))
def test_history_is_told_in_order_and_each_time_the_same(now, habit):
    first = told(habit, now)
    assert first == told(habit, now)
    assert all(a.at <= b.at for a, b in pairwise(first))


def test_everybody_is_somewhere_else():
    assert told("steady") != told("steady", person="bruno")


def test_the_steady_are_in_the_middle_of_the_course():
    assert 0.5 < len(done("steady")) / len(STEPS) < 0.85


def test_the_early_are_ahead_and_one_habit_ends_before_the_term():
    assert len(done("early")) > len(done("steady"))
    assert max(visit.at for visit in told("finished")) < NOW - timedelta(days=3)
    assert {visit.item for visit in told("finished")} == {step.key for step in STEPS}


def test_the_last_minute_is_sunday():
    assert {visit.at.weekday() for visit in told("last_minute")} <= {6, 0}


def test_some_stop_some_fade_some_come_back_some_never_begin():
    assert told("never") == []
    assert max(visit.at for visit in told("stopped")) < NOW - timedelta(weeks=4)
    weeks = [(visit.at - NOW).days // 7 for visit in told("fading")]
    assert weeks.count(-8) > weeks.count(-3)
    gap = [b.at - a.at for a, b in pairwise(told("comeback"))]
    assert max(gap) > timedelta(weeks=2)
    assert min(visit.at for visit in told("late")) > NOW - timedelta(weeks=4, days=1)


@pytest.mark.parametrize("days", range(7))
def test_amina_is_half_way_through_one_page_since_yesterday_whatever_day_it_is(days):
    course = next(c for c in read_courses() if c.head["code"] == "OCE-101")
    steps = [Step(i.key, i.minutes, i.completion) for i in course.published_items]
    last = told("halfway", NOW + timedelta(days=days), steps=steps)[-1]
    assert last.item == "04-coasts/02-longshore-drift"
    assert last.done_at is None
    assert last.place
    assert NOW + timedelta(days=days - 1) < last.at


def test_every_habit_is_somebodys():
    assert {habit for who in LEARNERS for habit in who.habits.values()} == set(HABITS)
