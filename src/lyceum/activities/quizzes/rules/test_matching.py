import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.matching import distance, matches

LETTERS = st.text("abc", max_size=8)


@pytest.mark.parametrize(
    ("typed", "answer", "options", "right"),
    [
        ("Tide", "tide", {}, True),
        ("Tide", "tide", {"case": True}, False),
        ("  spring   tide ", "spring tide", {}, True),
        ("spring  tide", "spring tide", {"spaces": "exact"}, False),
        (" spring\u00a0tide ", "spring tide", {"spaces": "exact"}, True),
        ("STRASSE", "Straße", {}, True),
        ("cafe\u0301", "café", {"case": True}, True),
        ("cafe", "café", {}, False),
        ("don’t", "don't", {"case": True}, True),
        ("", "tide", {"typos": 2}, False),
        ("", "to", {"typos": 2}, False),
        ("", "", {}, True),
        ("tdie", "tide", {"typos": 1}, True),
        ("tid", "tide", {"typos": 1}, True),
        ("tiede", "tide", {"typos": 1}, True),
        ("tode", "tide", {"typos": 1}, True),
        ("tode", "tide", {}, False),
        ("toda", "tide", {"typos": 1}, False),
        ("toda", "tide", {"typos": 2}, True),
    ],
)
def test_what_amina_types_is_compared_as_the_teacher_chose(typed, answer, options, right):
    assert matches(typed, answer, **options) is right


@pytest.mark.parametrize(
    ("typed", "answer", "right"),
    [
        ("the spring tide", "*tide*", True),
        ("tide", "*tide*", True),
        ("Tide and ebb", "tide*ebb", True),
        ("tidebb", "tide*ebb", False),
        ("2 * 3", r"2 \* *", True),
        ("2 + 3", r"2 \* *", False),
        ("anything", "*", True),
        ("", "*", True),
        ("ab", "a*b*b", False),
        ("abab", "ab*ab*ab", False),
        ("a.c", "a.c", True),
        ("abc", "a.c", False),
    ],
)
def test_a_star_stands_for_any_run_of_letters(typed, answer, right):
    assert matches(typed, answer, match="wildcard") is right


@pytest.mark.parametrize("answer", ["*a" * 5000, "*" * 10_000, "*" + "a" * 5000 + "b*" * 100])
def test_stars_take_no_longer_than_the_text_is_long(answer):
    start = time.process_time()
    assert not matches("a" * 100_000 + "c", answer + "d", match="wildcard")
    assert time.process_time() - start < 0.5


def test_a_pattern_folds_capitals_and_spaces_as_the_other_answers_do():
    assert matches("  COLOUR ", "colou?r", match="pattern")
    assert not matches("COLOUR", "colou?r", match="pattern", case=True)
    assert matches("low \t tide", "(low|high) tide", match="pattern")


def test_a_pattern_that_cannot_be_read_fits_nothing():
    assert not matches("(", "(", match="pattern")


def slow_distance(one, other):
    """The textbook's whole table, for comparison."""
    table = {(-1, j): j + 1 for j in range(-1, len(other))}
    table |= {(i, -1): i + 1 for i in range(-1, len(one))}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i, j] = min(
                table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b)
            )
            if i and j and a == other[j - 1] and one[i - 1] == b:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one) - 1, len(other) - 1]


@given(LETTERS, LETTERS, st.integers(0, 4))
def test_typos_are_counted_as_in_the_textbook_up_to_the_most(one, other, most):
    assert distance(one, other, most) == min(slow_distance(one, other), most + 1)
    assert distance(one, other, most) == distance(other, one, most)


def test_counting_typos_stops_early():
    start = time.process_time()
    assert distance("a" * 100_000, "b" * 100_000, 2) == 3
    assert distance("a" * 20_000, "a" * 20_000, 2) == 0
    assert time.process_time() - start < 1


@settings(deadline=None)
@given(st.text(), st.booleans(), st.sampled_from(["exact", "loose"]))
def test_every_answer_matches_itself_in_any_form(text, case, spaces):
    decomposed = unicodedata.normalize("NFD", text)
    assert matches(f" {decomposed} ", text, case=case, spaces=spaces)


@settings(deadline=None)
@given(st.text(), st.text(), st.sampled_from(["exact", "wildcard", "pattern"]))
def test_any_two_texts_can_be_compared(typed, answer, match):
    assert matches(typed, answer, match=match) in {True, False}
