from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules import formula
from lyceum.activities.quizzes.rules.formula import FormulaError

DEPTH = {"name": "depth", "low": "1.5", "high": "4", "step": "0.25"}
BOATS = {"name": "boats", "values": ["3", "5", "8"]}


@given(st.integers())
def test_a_seed_draws_the_same_values_again_and_only_allowed_ones(seed):
    drawn = formula.draw([DEPTH, BOATS], seed)
    assert drawn == formula.draw([BOATS, DEPTH], seed)
    assert Decimal("1.5") <= Decimal(drawn["depth"]) <= 4
    assert Decimal(drawn["depth"]) % Decimal("0.25") == 0
    assert drawn["boats"] in BOATS["values"]


def test_what_was_drawn_stays_the_same_in_later_versions():
    assert [formula.draw([DEPTH, BOATS], seed) for seed in range(3)] == [
        {"depth": "1.50", "boats": "3"},
        {"depth": "1.75", "boats": "5"},
        {"depth": "4.00", "boats": "8"},
    ]


def test_every_value_comes_up():
    drawn = [formula.draw([DEPTH, BOATS], seed) for seed in range(500)]
    assert {values["boats"] for values in drawn} == {"3", "5", "8"}
    assert len({values["depth"] for values in drawn}) == 11
    assert len({tuple(values.values()) for values in drawn}) == 33


@given(st.integers())
def test_lists_drawn_together_keep_their_rows(seed):
    rows = [("2", "4"), ("3", "9"), ("5", "25")]
    root = {"name": "a", "values": [row[0] for row in rows], "together": "squares"}
    square = {"name": "b", "values": [row[1] for row in rows], "together": "squares"}
    drawn = formula.draw([root, square], seed)
    assert (drawn["a"], drawn["b"]) in rows


def test_values_to_try_hold_the_first_the_last_and_others():
    sets = formula.test_values([DEPTH, BOATS], 6)
    assert sets[:2] == [{"depth": "1.50", "boats": "3"}, {"depth": "4.00", "boats": "8"}]
    assert len({tuple(values.values()) for values in sets}) == 6
    assert formula.test_values([{"name": "a", "values": ["7"]}], 5) == [{"a": "7"}]


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ([{"name": "a", "values": []}], "List between 1"),
        ([{"name": "a", "values": "123"}], "List between 1"),
        ([{"name": "a", "values": ["three"]}], "“three” is not a number"),
        ([{"name": "a", "values": ["1e99999999"]}], "is not a number"),
        ([{"name": "a", "values": ["1e-99999999"]}], "is not a number"),
        ([{"name": "a", "values": ["9" * 10**6]}], "is not a number"),
        ([{"name": "a", "values": ["NaN"]}], "is not a number"),
        ([{"name": "a", "low": "1", "high": "2", "step": "0"}], "a step above 0"),
        ([{"name": "a", "low": "3", "high": "2", "step": "1"}], "a highest value above"),
        ([{"name": "a", "low": "3", "high": "2"}], "is not a number"),
        ([{"name": "a b", "values": ["1"]}], "cannot be a variable"),
        ([{"values": ["1"]}], "cannot be a variable"),
        ([{"name": "pi", "values": ["1"]}], "already means something"),
        ([BOATS, BOATS], "Two variables"),
        ([{"name": f"a{n}", "values": ["1"]} for n in range(51)], "too many"),
    ],
)
def test_variables_that_cannot_be_drawn_are_refused(variables, sentence):
    with pytest.raises(FormulaError) as refused:
        formula.check_variables(variables)
    assert sentence in str(refused.value)
