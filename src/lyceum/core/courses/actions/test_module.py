import pytest

from lyceum.core.courses import actions
from lyceum.core.courses.queries import outline
from lyceum.core.people.permissions import MayNot


def titles(course, *, drafts=True):
    return [module.title for module, _items in outline(course, drafts=drafts)]


def test_modules_move_by_position(cast):
    waves = actions.create_module(cast.course, "Waves", by=cast.kofi)
    actions.create_module(cast.course, "Life", by=cast.kofi)
    actions.move_module(waves, 0, by=cast.kofi)
    assert titles(cast.course) == ["Waves", "Tides", "Life"]
    actions.move_module(waves, 99, by=cast.kofi)
    assert titles(cast.course) == ["Tides", "Life", "Waves"]


def test_learners_do_not_see_empty_modules(cast):
    actions.create_module(cast.course, "Waves", by=cast.kofi)
    assert titles(cast.course, drafts=False) == ["Tides"]


def test_a_copied_module_holds_draft_copies(cast):
    copy = actions.duplicate_module(cast.module, by=cast.kofi)
    assert copy.title == "Tides (copy 2)"
    assert [item.is_published for item in copy.items.all()] == [False]


def test_a_deleted_module_takes_its_items_and_brings_them_back(cast):
    actions.archive_module(cast.module, by=cast.kofi)
    assert titles(cast.course) == []
    actions.restore_module(cast.module, by=cast.kofi)
    assert titles(cast.course, drafts=False) == ["Tides"]


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_change_no_module(cast, who):
    by = getattr(cast, who)
    for change in (
        lambda: actions.create_module(cast.course, "X", by=by),
        lambda: actions.rename_module(cast.module, "X", by=by),
        lambda: actions.archive_module(cast.module, by=by),
    ):
        with pytest.raises(MayNot):
            change()
