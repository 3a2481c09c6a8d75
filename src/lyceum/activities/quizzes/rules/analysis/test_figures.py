"""The formulas, against values of textbooks and against the standard library's own."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.analysis.figures import (
    consistent,
    correlated,
    correlation,
    covariance,
    deviation,
    share,
)

SHARES = st.floats(0, 1).map(lambda number: round(number, 3))
PAIRS = st.lists(st.tuples(SHARES, SHARES), min_size=4, max_size=40)


def test_wilsons_interval_is_that_of_the_textbook():
    eight_of_ten = share([1.0] * 8 + [0.0] * 2)
    assert eight_of_ten.value == 0.8
    assert (eight_of_ten.low, eight_of_ten.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    nobody = share([0.0] * 10)
    assert (nobody.low, nobody.high) == pytest.approx((0, 0.2775), abs=1e-4)


def test_fishers_interval_is_that_of_the_textbook():
    """For r = 0.5 from 28 pairs: z = 0.5493 ± 1.96/5."""
    half = math.sqrt(0.75)
    one = [math.cos(2 * math.pi * step / 28) for step in range(28)]
    other = [
        0.5 * math.cos(2 * math.pi * step / 28) + half * math.sin(2 * math.pi * step / 28)
        for step in range(28)
    ]
    found = correlated(one, other)
    assert found.value == pytest.approx(0.5)
    assert (found.low, found.high) == pytest.approx((0.1560, 0.7358), abs=1e-3)


def test_bonetts_interval_is_that_of_his_formula():
    """For alpha = 0.8 of 10 items and 50 people: 1 − exp(ln 0.2 ± 1.96·sqrt(20 / (9·48)))."""
    found = consistent(0.8, n=50, items=10)
    assert (found.low, found.high) == pytest.approx((0.6951, 0.8688), abs=1e-4)


@given(PAIRS)
def test_covariance_and_correlation_are_those_of_the_standard_library(pairs):
    one, other = zip(*pairs, strict=True)
    assert covariance(one, other) == pytest.approx(statistics.covariance(one, other), abs=1e-12)
    assert deviation(one) == pytest.approx(statistics.stdev(one), abs=1e-8)
    if deviation(one) and deviation(other):
        expected = statistics.correlation(one, other)
        assert correlation(one, other) == pytest.approx(expected, abs=1e-9)
    else:
        assert correlation(one, other) is None


@given(PAIRS)
def test_a_value_lies_in_its_interval_and_the_interval_in_its_bounds(pairs):
    one, other = zip(*pairs, strict=True)
    facility, discrimination = share(one), correlated(one, other)
    assert 0 <= facility.low <= facility.value <= facility.high <= 1
    if discrimination.value is not None:
        assert -1 <= discrimination.low <= discrimination.value <= discrimination.high <= 1


@given(st.floats(-2, 0.99), st.integers(3, 500), st.integers(2, 60))
def test_alpha_lies_in_its_interval(alpha, n, items):
    found = consistent(alpha, n=n, items=items)
    assert found.low <= alpha <= found.high <= 1
