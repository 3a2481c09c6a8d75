from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import numbers

UNITS = ["m", "cm", "$", "€", "eV", "1/s", "kg·m/s²", "m²", "°C", "µm", "mW"]


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("5 m", "5", "m"),
        ("15cm", "15", "cm"),
        ("$5", "5", "$"),
        ("€ 5,50", "5,50", "€"),
        ("5e3 eV", "5e3", "eV"),
        ("5 eV", "5", "eV"),
        ("5 1/s", "5", "1/s"),
        ("3 kg m / s^2", "3", "kg·m/s²"),
        ("3 m^2", "3", "m²"),
        ("3 m2", "3", "m²"),
        ("5 μm", "5", "µm"),
        ("5 MW", "5", "MW"),
        ("5 furlongs", "5", "furlongs"),
        ("-5.5", "-5.5", ""),
        ("m", "m", ""),
        ("", "", ""),
    ],
)
def test_a_unit_is_found_after_or_before_the_number(typed, number, unit):
    assert numbers.split_unit(typed, UNITS) == (number, unit)


def test_a_number_with_a_power_of_ten_keeps_it():
    number, unit = numbers.split_unit("1.5×10³ m²", UNITS)
    assert unit == "m²"
    assert numbers.parse(number).value == 1500


@given(st.decimals(-1000, 1000, places=2), st.sampled_from(UNITS), st.sampled_from(["", " "]))
def test_every_known_unit_is_split_off(number, unit, between):
    typed = f"{number} {unit}" if unit[0].isdigit() else f"{number}{between}{unit}"
    found, name = numbers.split_unit(typed, UNITS)
    assert name == unit
    assert numbers.parse(found).value == number


@settings(deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=5), max_size=4))
def test_any_text_can_be_split(typed, units):
    number, unit = numbers.split_unit(typed, units)
    assert len(number) + len(unit) <= 3 * len(typed) + 5


def test_a_factor_leads_to_the_answers_own_unit():
    units = [{"name": "m", "factor": "1"}, {"name": "km", "factor": "1000"}]
    assert numbers.factor("km", units) == Decimal(1000)
    assert numbers.factor("KM", units) is None
