import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import numbers

ARABIC = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
DECIMALS = st.decimals(-(10**9), 10**9, places=4)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("42", "42"),
        ("+ 5", "5"),
        ("−3", "-3"),
        ("5.", "5"),
        (",5", "0.5"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u202f234\u202f567", "1234567"),
        ("1'234.5", "1234.5"),
        ("1’234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("3,14", "3.14"),
        ("0,123", "0.123"),
        ("1234,567", "1234.567"),
        ("1.234", "1.234"),
        ("1e3", "1000"),
        ("1.5E-3", "0.0015"),
        ("1.5×10^3", "1500"),
        ("1.5 x 10^(−3)", "0.0015"),
        ("1,5·10⁻³", "0.0015"),
        ("1.5*10**3", "1500"),
        ("10^3", "1000"),
        ("-10³", "-1000"),
        ("١٢٫٥", "12.5"),
        ("١٬٢٣٤", "1234"),
        ("१२.५", "12.5"),
        ("１２．５", "12.5"),
    ],
)
def test_a_number_is_read_however_it_is_written(typed, value):
    assert numbers.parse(typed).value == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", ".", ",", "x", "1 23", "1,23,4", "1..2", "1.2.3,4", "1,234.567,8", "1.234,567.8",
     "0x10", "1_000", "2e", "1e999", "1e-999", "--1", "NaN", "Infinity", "1/2", "9" * 101, "²"],
)  # fmt: skip
def test_what_is_no_number_is_none(typed):
    assert numbers.parse(typed) is None


def test_a_comma_that_may_be_either_is_read_as_the_language_says():
    read = {comma: numbers.parse("1,234", comma).value for comma in ("decimal", "thousands")}
    assert read == {"decimal": Decimal("1.234"), "thousands": Decimal(1234)}
    assert numbers.parse("1,234").value == 1234


@pytest.mark.parametrize(
    ("typed", "figures", "least"),
    [
        ("0.0120", 3, 3),
        ("1500", 4, 2),
        ("1500.", 4, 4),
        ("1.50e3", 3, 3),
        ("1,234.5", 5, 5),
        ("0", 1, 1),
        ("007", 1, 1),
    ],
)
def test_significant_figures_are_counted_as_written(typed, figures, least):
    found = numbers.parse(typed)
    assert (found.figures, found.least_figures) == (figures, least)


@given(DECIMALS)
def test_every_country_writes_the_same_number(number):
    english = f"{number:,f}"
    german = english.translate(str.maketrans(",.", ".,"))
    french = english.replace(",", "\u202f").replace(".", ",")
    swiss = english.replace(",", "’")
    for typed in (english, german, french, swiss, f"{number:f}".translate(ARABIC)):
        assert numbers.parse(typed, "decimal").value == number


@given(DECIMALS, st.integers(-50, 50))
def test_an_exponent_moves_the_point(number, exponent):
    for typed in (f"{number:f}e{exponent}", f"{number:f} × 10^{exponent}"):
        assert numbers.parse(typed).value == number.scaleb(exponent)


@settings(deadline=None)
@given(st.text(" 0123456789.,'-+eE×^()x²", max_size=100))
def test_any_text_is_a_number_or_none_at_once(typed):
    start = time.process_time()
    found = numbers.parse(typed)
    assert found is None or (found.value.is_finite() and found.figures >= found.least_figures >= 1)
    assert time.process_time() - start < 0.1
