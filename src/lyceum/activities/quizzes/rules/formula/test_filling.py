import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import formula

VALUES = {"x": "3", "b": "0.5", "sign": "<", "z": "0"}


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ("<p>{x} times {b}</p>", "<p>3 times 0.5</p>"),
        ("{ x }", "3"),
        ("{=x*2}", "6"),
        ("{={x}*{b} + 1}", "2.5"),
        ("{=x/7}", "0.4285714286"),
        ("{=10^20}", "1e20"),
        ("{=10^-9}", "1e-9"),
        ("{=2/3*10^-9}", "6.666666667e-10"),
        ("{=10^14}", "100000000000000"),
        ("{=x - 3}", "0"),
        ("{z} {=z + 1}", "0 1"),
        ("{=round(x&nbsp;/ 2)}", "2"),
        ("{y} {=y+1} {=1/0} {=x", "{y} {=y+1} {=1/0} {=x"),
        ("{=sign}", "{=sign}"),
        ("{sign}", "&lt;"),
        ('<img alt="{x} boats" src="file:a.png">', '<img alt="3 boats" src="file:a.png">'),
        (r"\(\frac{x}{b}\) and {x}", r"\(\frac{3}{0.5}\) and 3"),
        (r"\[x^{={x}+1}\]", r"\[x^{4}\]"),
    ],
)
def test_holes_in_a_text_are_filled(html, filled):
    assert formula.fill(html, VALUES) == filled


@settings(deadline=None)
@given(st.text(), st.text())
def test_what_is_filled_in_cannot_become_markup(before, value):
    filled = formula.fill("<b title='{x}'>{x}</b>", {"x": value})
    assert filled.count("<") == 2
    assert filled.count("'") == 2
    assert formula.fill(before, {}) == before or "{=" in before


@given(st.lists(st.sampled_from(["{", "{=", "}", "x", "<", r"\(", r"\)", "1", " "])).map("".join))
def test_a_text_without_variables_and_results_stays_as_it_is(text):
    filled = formula.fill(text, {})
    assert filled == text or formula.expressions(text)


@pytest.mark.parametrize("part", ["{=", "{={x}", r"\(", r"\[{", "{ ", "{=9^9^9}", "{=1.1^1.1+1}"])
def test_security_41_a_long_text_is_filled_soon(part):
    start = time.process_time()
    formula.fill(part * 20_000, VALUES)
    assert time.process_time() - start < 1


def test_formulas_of_a_text_are_listed_to_be_checked():
    assert formula.expressions("{a} {={a}*2} {=1 &lt; 2} {=") == ["{a}*2", "1 < 2"]


@given(st.decimals(-(10**12), 10**12, places=4))
def test_a_number_is_written_to_ten_figures_without_exponent(number):
    text = formula.written(number)
    assert "e" not in text
    assert abs(Decimal(text) - number) <= abs(number) * Decimal("5e-10")
