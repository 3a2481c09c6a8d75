from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import numbers

NUMBERS = st.decimals(-(10**6), 10**6, places=3)
AMOUNTS = st.decimals(0, 10, places=2)


def near(typed, value, kind, amount, **more):
    tolerance = {"kind": kind, "amount": amount, **more}
    return numbers.within(numbers.parse(typed), Decimal(value), tolerance)


@pytest.mark.parametrize(
    ("typed", "value", "kind", "amount", "right"),
    [
        ("3.15", "3.14", "absolute", "0.01", True),
        ("3.1501", "3.14", "absolute", "0.01", False),
        ("3.14", "3.14", "absolute", "0", True),
        ("105", "100", "relative", "0.05", True),
        ("94.9", "100", "relative", "0.05", False),
        ("-105", "-100", "relative", "0.05", True),
        ("0.001", "0", "relative", "0.05", False),
        ("3.14", "3.14159", "figures", "3", True),
        ("3.1416", "3.14159", "figures", "3", True),
        ("3.1", "3.14159", "figures", "3", False),
        ("1500", "1512", "figures", "2", True),
        ("2", "2.5", "figures", "1", False),
        ("3", "2.5", "figures", "1", True),
        ("0", "0", "figures", "2", True),
    ],
)
def test_how_near_a_number_must_be(typed, value, kind, amount, right):
    assert near(typed, value, kind, amount) is right


def test_a_strict_tolerance_asks_for_the_figures_to_be_written():
    assert near("3.140", "3.14", "figures", "4", strict=True)
    assert not near("3.14", "3.14", "figures", "4", strict=True)
    assert not near("3.1400", "3.14", "figures", "4", strict=True)
    assert near("1500", "1500", "figures", "3", strict=True)


@given(NUMBERS, NUMBERS, AMOUNTS)
def test_an_absolute_tolerance_is_the_same_from_both_sides(one, other, amount):
    there = near(str(one), other, "absolute", str(amount))
    assert there == near(str(other), one, "absolute", str(amount))
    assert there == (abs(one - other) <= amount)


@given(NUMBERS, st.sampled_from(["absolute", "relative"]), AMOUNTS)
def test_the_value_itself_is_always_near_enough(number, kind, amount):
    assert near(str(number), number, kind, str(amount))
    assert near(str(number), number, "figures", str(int(amount) + 1))


@given(NUMBERS, NUMBERS, AMOUNTS, AMOUNTS)
def test_a_wider_tolerance_accepts_all_that_a_narrower_one_does(one, other, a, b):
    narrow, wide = sorted([a, b])
    for kind in ("absolute", "relative"):
        if near(str(one), other, kind, str(narrow)):
            assert near(str(one), other, kind, str(wide))
