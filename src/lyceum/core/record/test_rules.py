from hypothesis import given
from hypothesis import strategies as st

from lyceum.core.record import rules

STATES = st.sampled_from(["not_started", "started", "done"])


@given(st.lists(st.integers(), unique=True), st.data())
def test_the_next_item_is_never_one_that_is_done(order, data):
    states = {key: data.draw(STATES) for key in order}
    last = data.draw(st.sampled_from(order)) if order else None
    found = rules.next_item(order, order, states, last)
    if all(states[key] == "done" for key in order):
        assert found is None
    else:
        assert states[found] != "done"


def test_going_on_prefers_the_item_left_half_way_then_what_follows_it():
    def after(states, last, counted="abc"):
        return rules.next_item(list("abc"), list(counted), states, last)

    assert after({"b": "started"}, "b") == "b"
    assert after({"b": "done"}, "b") == "c"
    assert after({"c": "done"}, "c") == "a"
    assert after({}, None) == "a"
    assert after({}, "gone") == "a"
    assert after({"b": "done"}, "b", counted="ab") == "a"
    assert after({"a": "done", "b": "done"}, "b", counted="ab") is None


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_hundred_percent_means_everything(done, total):
    done = min(done, total)
    assert (rules.percent(done, total) == 100) == (total > 0 and done == total)


@given(st.integers(-10, 10_000), st.floats(0, 10_000))
def test_a_browser_cannot_claim_more_time_than_passed(claimed, passed):
    believed = rules.counted_seconds(claimed, since_last=passed)
    assert 0 <= believed <= min(passed + 2, rules.LONGEST_BEAT)


def test_enough_time_is_done():
    assert rules.done_by_time("time", seconds=60, minimum=60)
    assert not rules.done_by_time("time", seconds=59, minimum=60)
    assert not rules.done_by_time("viewed", seconds=99, minimum=0)
