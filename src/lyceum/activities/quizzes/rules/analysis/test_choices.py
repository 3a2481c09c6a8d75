from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.analysis import Answered, Question, analyse
from lyceum.activities.quizzes.rules.analysis.choices import thirds_of

TIDES = Question("tides", choices={"answer": ["Moon", "Wind", "Sun"]}, right={"answer": {"Wind"}})
OTHER = Question("other")


def attempts(chosen, rest):
    return [
        [
            Answered("tides", float(one == "Wind"), {"answer": one} if one else {}),
            Answered("other", other),
        ]
        for one, other in zip(chosen, rest, strict=True)
    ]


def table(chosen, rest):
    found = analyse([TIDES, OTHER], attempts(chosen, rest)).questions[0]
    return found, found.tables[0]


GROWING = [place / 12 for place in range(12)]


def test_choices_are_counted_by_thirds_of_the_rest_of_the_attempt():
    chosen = ["Wind"] * 3 + ["Moon"] + ["Wind"] * 2 + ["Moon", None] + ["Moon"] * 3 + ["Sun"]
    found, choices = table(chosen, GROWING)
    assert [(one.choice, one.low, one.middle, one.top) for one in choices.counts] == [
        ("Moon", 1, 1, 3),
        ("Wind", 3, 2, 0),
        ("Sun", 0, 0, 1),
        (None, 0, 1, 0),
    ]
    assert [one.right for one in choices.counts] == [False, True, False, False]
    moon, wind = choices.counts[:2]
    assert moon.discrimination.value > 0 > wind.discrimination.value
    assert choices.check_key
    assert found.flags >= {"check_key", "negative"}


def test_a_key_that_the_best_choose_is_trusted():
    found, choices = table(["Moon"] * 6 + ["Wind"] * 6, GROWING)
    assert not choices.check_key
    assert "check_key" not in found.flags


def test_as_many_for_the_key_as_against_it_is_no_alarm():
    assert not table(["Sun"] * 8 + ["Moon", "Wind", "Moon", "Wind"], GROWING)[1].check_key


def test_what_everybody_left_empty_is_no_alarm():
    assert not table([None] * 12, GROWING)[1].check_key


def test_answers_that_nobody_foresaw_are_listed_by_how_often_they_came():
    chosen = ["Wind"] * 6 + ["fish", "rain", "rain", "Moon", "Moon", "Moon"]
    choices = table(chosen, GROWING)[1]
    assert [one.choice for one in choices.counts] == ["Moon", "Wind", "Sun", "rain", "fish"]
    assert choices.counts[2].count == 0


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.randoms())
def test_thirds_are_fair_and_do_not_depend_on_the_order(values, order):
    thirds = thirds_of(values)
    of_value = dict(zip(values, thirds, strict=True))
    shuffled = order.sample(values, len(values))
    assert thirds_of(shuffled) == [of_value[value] for value in shuffled]
    ranks = ["low", "middle", "top"]
    in_order = [ranks.index(of_value[value]) for value in sorted(values)]
    assert in_order == sorted(in_order)
    mirrored = thirds_of([-value for value in values])
    assert mirrored.count("low") == thirds.count("top")


@given(st.integers(1, 50))
def test_without_ties_each_third_holds_a_third(count):
    thirds = thirds_of(range(count))
    assert thirds.count("low") == thirds.count("top")
    assert abs(thirds.count("middle") - count / 3) <= 1


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Moon", "Wind", "Sun", "rain", None]), st.sampled_from([0, 0.5, 1])
        ),
        min_size=10,
        max_size=40,
    )
)
def test_every_attempt_is_counted_once(pairs):
    choices = table(*zip(*pairs, strict=True))[1]
    assert sum(one.count for one in choices.counts) == len(pairs)
