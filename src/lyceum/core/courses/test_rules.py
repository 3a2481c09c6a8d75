from hypothesis import given
from hypothesis import strategies as st

from lyceum.core.courses import rules

orders = st.lists(st.integers(), unique=True, min_size=1)


@given(orders, st.data(), st.integers(-3, 30))
def test_moving_keeps_everything_and_puts_the_thing_where_it_was_asked(order, data, position):
    thing = data.draw(st.sampled_from(order))
    result = rules.moved(order, thing, position)
    assert sorted(result) == sorted(order)
    assert result.index(thing) == max(0, min(position, len(order) - 1))
    assert [other for other in result if other != thing] == [o for o in order if o != thing]


def test_a_draft_is_seen_by_its_staff_alone():
    seen = {
        role: "view"
        in rules.course_abilities({role}, administers=False, state="draft", listed=True)
        for role in rules.ROLE_ABILITIES
    }
    assert seen == {
        "teacher": True, "assistant": True, "designer": True, "learner": False, "observer": False
    }  # fmt: skip


def test_an_administrator_may_edit_but_does_not_learn():
    can = rules.course_abilities(set(), administers=True, state="published", listed=False)
    assert "edit" in can
    assert "learn" not in can


def test_a_deleted_course_can_only_be_restored_and_only_by_its_teachers():
    def of(role):
        return rules.course_abilities({role}, administers=False, state="archived", listed=True)

    assert of("teacher") == {"archive"}
    assert of("learner") == of("assistant") == set()


def test_the_catalogue_lets_everybody_look_at_published_courses_only():
    assert rules.course_abilities((), administers=False, state="published", listed=True) == {
        "preview"
    }
    assert not rules.course_abilities((), administers=False, state="draft", listed=True)
    assert not rules.course_abilities((), administers=False, state="published", listed=False)


def test_file_ids_are_found_and_replaced():
    old, new = "01890000-0000-7000-8000-000000000001", "01890000-0000-7000-8000-000000000002"
    body = f'<img src="/files/{old}"><a href="/files/{old}/map.png">map</a>'
    assert rules.file_ids_in(body) == [old]
    assert rules.replace_file_ids(body, {old: new}).count(new) == 2


def test_a_copy_takes_the_first_free_name():
    taken = {"Tides (copy 2)"}
    assert rules.copy_title("Tides", taken, "{title} (copy {n})") == "Tides (copy 3)"
