from hypothesis import given
from hypothesis import strategies as st

from lyceum.activities.quizzes.rules.draws import pick, shuffled

POOLS = st.lists(st.integers(), unique=True, max_size=30)


@given(POOLS, st.integers(-2, 40), st.integers(), st.sets(st.integers()))
def test_a_draw_holds_as_many_free_questions_as_there_are(pool, count, seed, taken):
    drawn = pick(pool, count, seed, taken)
    free = set(pool) - taken
    assert len(drawn) == len(set(drawn)) == min(max(0, count), len(free))
    assert set(drawn) <= free


@given(POOLS, st.integers(0, 40), st.integers(), st.randoms())
def test_a_seed_draws_the_same_again_whatever_the_order_of_the_pool(pool, count, seed, order):
    assert pick(order.sample(pool, len(pool)), count, seed) == pick(pool, count, seed)


@given(POOLS, st.integers(0, 10), st.integers(), st.integers())
def test_a_question_that_joins_the_pool_replaces_at_most_one(pool, count, seed, new):
    before, after = set(pick(pool, count, seed)), set(pick([*pool, new], count, seed))
    assert after - before <= {new}


@given(POOLS, st.integers(0, 40), st.integers(), st.sets(st.integers()))
def test_what_was_seen_before_is_drawn_last(pool, count, seed, seen):
    drawn = pick(pool, count, seed, seen=seen)
    fresh = [key for key in drawn if key not in seen]
    assert drawn[: len(fresh)] == fresh
    assert len(fresh) == min(count, len(set(pool) - seen))


def test_what_was_drawn_stays_the_same_in_later_versions():
    assert pick(range(20), 4, seed=1848) == [16, 10, 19, 15]
    assert shuffled("abcdef", seed=1848) == ["a", "f", "e", "b", "d", "c"]


def test_every_question_is_drawn_about_as_often():
    counts = dict.fromkeys(range(10), 0)
    for seed in range(3000):
        for key in pick(range(10), 3, seed):
            counts[key] += 1
    assert all(780 < count < 1020 for count in counts.values())


@given(st.lists(st.integers(), unique=True), st.integers())
def test_shuffling_loses_nothing_and_is_the_same_again(keys, seed):
    order = shuffled(keys, seed)
    assert sorted(order) == sorted(keys)
    assert shuffled(reversed(keys), seed) == order
