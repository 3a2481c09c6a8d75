import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.patterns import PatternError, check_pattern, fits


@pytest.mark.parametrize(
    ("pattern", "text", "right"),
    [
        ("colou?r", "color", True),
        ("^colou?r$", "colour", True),
        ("colou?r", "colours", False),
        (r"\d{2,4}", "123", True),
        (r"\d{2,4}", "12345", False),
        (r"\d{2,}", "12345", True),
        (r"\d{3}", "12", False),
        ("[a-c]+", "abcab", True),
        ("[^a-c]+", "xyz", True),
        ("[^a-c]", "a", False),
        ("[a-]", "-", True),
        (r"[\]\d]", "]", True),
        (r"\w+", "naïve_1", True),
        (r"\w+", "हिन्दी", True),
        (r"\W", "!", True),
        (r"\S\s\S", "a b", True),
        (r"3\.5\$", "3.5$", True),
        ("a.c", "a\nc", True),
        ("(?:ab|cd)*e", "abcde", True),
        ("(a|)b", "b", True),
        ("a{0}b", "b", True),
        ("", "", True),
        ("", "a", False),
    ],
)
def test_a_pattern_reads_as_teachers_know_it(pattern, text, right):
    assert fits(text, pattern, case=True) is right


@pytest.mark.parametrize(
    ("pattern", "folded"),
    [("Straße", "strasse"), ("[A-Z]+", "tide"), ("[a-z]+", "tide"), ("ÉTÉ", "été")],
)
def test_without_case_capitals_of_the_pattern_do_not_count(pattern, folded):
    assert fits(folded, pattern, case=False)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("(a", "add “)”"),
        ("a)", "closes nothing"),
        ("[a", "A bracket is not closed"),
        ("[]", "holds no letter"),
        ("[z-a]", "runs upwards"),
        (r"[\d-z]", "runs upwards"),
        (r"[\D]", "not understood"),
        ("*a", "repeats nothing"),
        ("a**", "one repeat is enough"),
        ("a+?", "one repeat is enough"),
        ("a{x}", "between braces"),
        ("a{3,2}", "the smaller first"),
        ("a^b", "out of place"),
        (r"(a)\1", r"“\1” is not understood"),
        (r"\bword", r"“\b” is not understood"),
        ("(?=a)", "“(?” is not understood"),
        ("(?i)a", "“(?” is not understood"),
        ("a\\", "is not understood"),
        ("a{999}", "too large"),
        ("(((a{9}){9}){9}){9}", "too large"),
        ("(((){999}){999}){999}", "too large"),
        ("(" * 100 + ")" * 100, "too many groups"),
        ("a" * 251, "too long"),
    ],
)
def test_a_teacher_is_told_what_is_wrong(pattern, sentence):
    with pytest.raises(PatternError) as refused:
        check_pattern(pattern)
    assert sentence in str(refused.value)


ALL = "".join(map(chr, range(20_000, 21_000)))
HOSTILE = {
    "nested": ("(a+)+", "a"),
    "nested stars": ("((a*)*)*", "a"),
    "alternatives": ("(a|a|aa)+", "a"),
    "many optional": ("a?" * 120, "a"),
    "bounded": ("(a{1,15}){1,20}", "a"),
    "subsets": ("(a|b)*a(a|b){140}", "ab"),
    "wide": ("(.*a){20}", "a"),
    "scripts": ("(" + "|".join(f"[!-{chr(97 + n)}]" for n in range(35)) + "|.)*", ALL),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_security_41_no_pattern_takes_long(name):
    pattern, letters = HOSTILE[name]
    start = time.process_time()
    fits((letters * 1000)[:999] + "!", pattern, case=False)
    assert time.process_time() - start < 0.5


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\w", "c"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("({0[0]}|{0[1]})".format),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,2}"])).map(
            "({0[0]}){0[1]}".format
        ),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(PATTERNS, st.text("abc!", max_size=7))
def test_patterns_agree_with_regular_expressions(pattern, text):
    try:
        found = fits(text, pattern, case=True)
    except PatternError:
        return
    assert found == bool(re.fullmatch(pattern, text, re.DOTALL))


@given(st.text(r"ab()[]{}|?*+^$\.-,1d", max_size=30))
def test_any_text_is_a_pattern_or_refused(pattern):
    try:
        check_pattern(pattern)
    except PatternError:
        return
    assert fits("ab", pattern, case=False) in {True, False}
