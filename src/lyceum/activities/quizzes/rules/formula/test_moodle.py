import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import formula
from lyceum.activities.quizzes.rules.formula import FormulaError


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("{a} + {b}", "{a} + {b}"),
        ("log({a})", "ln({a})"),
        ("log({a}, max(2, 3))", "log({a}, max(2, 3))"),
        ("log(pow({a}, 2))", "ln(pow({a}, 2))"),
        ("sin(deg2rad({a})) * pi()", "sin(rad({a})) * pi()"),
        ("log10({log})", "log10({log})"),
    ],
)
def test_a_formula_of_moodle_is_written_our_way(theirs, ours):
    assert formula.from_moodle(theirs) == ours


@pytest.mark.parametrize("theirs", ["bindec({a})", "system('id')", "{a} > 1 ? 2 : 3"])
def test_a_formula_of_moodle_that_we_cannot_work_out_is_refused(theirs):
    with pytest.raises(FormulaError):
        formula.from_moodle(theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a ^ 2", "{a} ** 2"),
        ("ln(a) + log(b) + log(8, 2)", "log({a}) + log10({b}) + log(8, 2)"),
        ("2 * pi * e", "2 * pi() * exp(1)"),
        ("sin(rad(a)) + {e}", "sin(deg2rad({a})) + {e}"),
    ],
)
def test_a_formula_is_written_for_moodle(ours, theirs):
    assert formula.to_moodle(ours) == theirs


def test_what_moodle_lacks_is_said():
    with pytest.raises(FormulaError) as refused:
        formula.to_moodle("factorial(3)")
    assert str(refused.value) == "Moodle knows no factorial."


PARTS = st.sampled_from(["a", "{b}", "2", "pi", "e"])
FORMULAS = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map("({0[0]}{0[1]}{0[2]})".format),
        st.tuples(st.sampled_from(["sin", "atan", "deg", "rad"]), inner).map(
            "{0[0]}({0[1]})".format
        ),
        inner.map("ln(2 + abs({}))".format),
        inner.map("log(2 + abs({}))".format),
    ),
    max_leaves=6,
)


@given(FORMULAS)
def test_a_formula_survives_the_way_to_moodle_and_back(ours):
    back = formula.from_moodle(formula.to_moodle(ours))
    values = {"a": formula.evaluate("7/5", {}), "b": formula.evaluate("3", {})}
    expected = formula.evaluate(ours, values)
    assert abs(formula.evaluate(back, values) - expected) <= abs(expected) / 10**12
