"""Item analysis against a table worked out by hand, a second way of computing, and its laws."""

import math
import random
import statistics
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.analysis import Answered, Question, analyse


def quiz(*columns, marks=None):
    """Return questions q0, q1 … and a row for each attempt, from columns of fractions."""
    marks = marks or [1] * len(columns)
    questions = [Question(f"q{place}", mark) for place, mark in enumerate(marks)]
    rows = [
        [Answered(f"q{place}", fraction) for place, fraction in enumerate(row)]
        for row in zip(*columns, strict=True)
    ]
    return questions, rows


# Six attempts at three questions: totals 3, 2, 2, 1, 1, 0.
FIRST = [1, 1, 1, 1, 0, 0]
SECOND = [1, 1, 0, 0, 1, 0]
THIRD = [1, 0, 1, 0, 0, 0]


def test_a_small_quiz_comes_to_what_is_worked_out_by_hand():
    found = analyse(*quiz(FIRST, SECOND, THIRD), minimum=2)
    first, second, third = found.questions
    assert first.facility.value == pytest.approx(4 / 6)
    assert second.facility.value == pytest.approx(1 / 2)
    assert third.facility.value == pytest.approx(2 / 6)
    # The rest of the first is 2 1 1 0 1 0: covariance 2/15, variances 4/15 and 17/30.
    assert first.discrimination.value == pytest.approx((2 / 15) / math.sqrt(4 / 15 * 17 / 30))
    # Sorted, 0 0 1 1 1 1 and 0 0 1 1 1 2 have the covariance 1/3.
    assert first.efficiency.value == pytest.approx((2 / 15) / (1 / 3))
    # With the totals 3 2 2 1 1 0, the three have the covariances 2/5, 3/10 and 2/5.
    roots = math.sqrt(2 / 5), math.sqrt(3 / 10), math.sqrt(2 / 5)
    assert [question.weight.value for question in found.questions] == pytest.approx(
        [root / sum(roots) for root in roots]
    )
    # Variances 4/15, 3/10, 4/15 add up to 5/6; that of the totals is 11/10.
    assert found.reliability.value == pytest.approx(3 / 2 * (1 - (5 / 6) / (11 / 10)))
    assert found.mean.value == pytest.approx(1 / 2)
    assert found.median.value == pytest.approx(1 / 2)
    assert found.deviation.value == pytest.approx(math.sqrt(11 / 10) / 3)
    assert found.error_ratio.value == pytest.approx(math.sqrt(1 - found.reliability.value))
    assert found.standard_error.value == pytest.approx(
        found.error_ratio.value * found.deviation.value
    )


def variance(values):
    middle = sum(values) / len(values)
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)


def exact_alpha(columns):
    """The textbook's formula in exact fractions."""
    columns = [[Fraction(value) for value in column] for column in columns]
    whole = variance([sum(row) for row in zip(*columns, strict=True)])
    k = len(columns)
    return Fraction(k, k - 1) * (1 - sum(variance(column) for column in columns) / whole)


QUARTERS = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


@st.composite
def tables(draw, least=2):
    n, items = draw(st.integers(4, 25)), draw(st.integers(least, 6))
    column = st.lists(QUARTERS, min_size=n, max_size=n)
    return [draw(column) for _ in range(items)]


@settings(deadline=None)
@given(tables())
def test_figures_agree_with_a_second_way_of_computing_them(columns):
    found = analyse(*quiz(*columns), minimum=2)
    totals = [sum(row) for row in zip(*columns, strict=True)]
    if len(set(totals)) > 1:
        assert found.reliability.value == pytest.approx(float(exact_alpha(columns)))
    for column, question in zip(columns, found.questions, strict=True):
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        assert question.facility.value == pytest.approx(statistics.fmean(column))
        if len(set(column)) > 1 and len(set(rest)) > 1:
            expected = statistics.correlation(column, rest)
            assert question.discrimination.value == pytest.approx(expected, abs=1e-6)
            best = statistics.covariance(sorted(column), sorted(rest))
            expected = statistics.covariance(column, rest) / best
            assert question.efficiency.value == pytest.approx(expected, abs=1e-6)
        else:
            assert question.discrimination.why == question.efficiency.why == "same"


@settings(deadline=None)
@given(tables(), st.lists(st.integers(1, 9), min_size=6, max_size=6), st.randoms())
def test_the_order_of_attempts_and_of_answers_changes_nothing(columns, marks, order):
    questions, rows = quiz(*columns, marks=marks[: len(columns)])
    shuffled = [order.sample(row, len(row)) for row in order.sample(rows, len(rows))]
    assert analyse(questions, rows, minimum=2) == analyse(questions, shuffled, minimum=2)


@settings(deadline=None)
@given(tables(), st.integers(2, 5))
def test_marks_in_another_currency_change_nothing(columns, times):
    plain = analyse(*quiz(*columns), minimum=2)
    dearer = analyse(*quiz(*columns, marks=[times] * len(columns)), minimum=2)
    assert dearer.deviation.value == pytest.approx(plain.deviation.value)
    for one, other in zip(plain.questions, dearer.questions, strict=True):
        assert one.discrimination == other.discrimination
        assert one.weight.value == pytest.approx(other.weight.value)


@settings(deadline=None)
@given(st.lists(QUARTERS, min_size=4, max_size=30), st.integers(2, 6))
def test_questions_that_all_agree_are_perfectly_reliable(column, items):
    found = analyse(*quiz(*[column] * items), minimum=2)
    if len(set(column)) == 1:
        assert found.reliability.why == "same"
        return
    assert found.reliability.value == 1
    assert found.standard_error.value == 0
    for question in found.questions:
        assert question.discrimination.value == pytest.approx(1)
        assert question.efficiency.value == pytest.approx(1)
        assert question.weight.value == pytest.approx(1 / items)


@settings(deadline=None)
@given(tables())
def test_weights_add_up_to_the_whole(columns):
    weights = [question.weight for question in analyse(*quiz(*columns), minimum=2).questions]
    known = [weight.value for weight in weights if weight.value is not None]
    assert not known or sum(known) == pytest.approx(1)


def test_few_attempts_say_nothing_but_why():
    found = analyse(*quiz(FIRST, SECOND, THIRD))
    first = found.questions[0]
    assert found.mean.value is found.reliability.value is first.facility.value is None
    assert found.mean.why == first.facility.why == first.weight.why == "few"
    assert first.tables == ()
    assert first.n == 6


def test_a_single_question_has_no_rest():
    found = analyse(*quiz(FIRST * 2))
    assert found.reliability.why == found.questions[0].discrimination.why == "single"
    assert found.questions[0].facility.value == pytest.approx(4 / 6)


def test_an_answer_that_waits_for_marking_is_left_out():
    questions, rows = quiz(FIRST * 2, SECOND * 2, THIRD * 2)
    rows[0] = [*rows[0][:2], Answered("q2", None)]
    found = analyse(questions, rows)
    assert [question.n for question in found.questions] == [12, 12, 11]
    assert found.n == 11


def test_draws_are_compared_by_their_slots():
    questions = [Question("a"), Question("b"), Question("c")]
    rows = [
        [Answered("a", fraction, slot=1), Answered("bc"[place % 2], fraction, slot=2)]
        for place, fraction in enumerate([0, 0, 1, 1] * 5)
    ]
    found = analyse(questions, rows)
    assert found.reliability.value == 1
    assert [question.n for question in found.questions] == [20, 10, 10]
    assert (
        analyse(questions, [row[: 1 + place % 2] for place, row in enumerate(rows)]).reliability.why
        == "different"
    )


def test_times_are_told_by_median_and_quartiles():
    questions = [Question("a"), Question("b")]
    rows = [[Answered("a", 1, seconds=10 * step), Answered("b", 1)] for step in range(1, 12)]
    first, second = analyse(questions, rows).questions
    assert (first.times.lower, first.times.median, first.times.upper) == (35, 60, 85)
    assert second.times.why == "none"


def test_questions_that_ask_for_a_look_are_flagged():
    good = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    against = [1 - mark for mark in good]
    hard = [0] * 9 + [0, 0, 1]
    easy = [0] + [1] * 11
    found = analyse(*quiz(good, good, against, hard, easy))
    flags = [question.flags for question in found.questions]
    assert flags == [frozenset(), frozenset(), {"negative"}, {"hard"}, {"easy"}]
    assert found.questions[2].weight.why == "negative"


def test_a_large_quiz_is_analysed_soon():
    chance = random.Random(1)
    columns = [[float(chance.random() < 0.6) for _ in range(1000)] for _ in range(50)]
    start = time.process_time()
    analyse(*quiz(*columns))
    assert time.process_time() - start < 3
