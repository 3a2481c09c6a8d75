import pytest
from django.core.exceptions import ValidationError

from lyceum.core.courses import actions
from lyceum.core.courses.models import Course, Item
from lyceum.core.courses.queries import items_of
from lyceum.core.people.permissions import MayNot
from lyceum.kernel.events.models import OutboxEvent


@pytest.fixture
def three(cast):
    return [
        actions.create_item(cast.module, "link", title, {"url": "https://x.test"}, by=cast.kofi)
        for title in ("A", "B", "C")
    ]


def titles(course):
    return [item.title for item in items_of(course, drafts=True)]


def test_an_item_moves_by_position(cast, three):
    actions.move_item(three[2], cast.module, 0, by=cast.kofi)
    assert titles(cast.course) == ["C", "How tides work", "A", "B"]


def test_an_item_moves_into_another_module_but_not_into_another_course(cast, three):
    other = actions.create_module(cast.course, "Waves", by=cast.kofi)
    actions.move_item(three[0], other, 0, by=cast.kofi)
    assert titles(cast.course) == ["How tides work", "B", "C", "A"]
    elsewhere = actions.create_module(actions.create_course("X", by=cast.ruth), "M", by=cast.ruth)
    with pytest.raises(ValidationError):
        actions.move_item(three[0], elsewhere, 0, by=cast.kofi)


def test_a_copy_is_a_draft_behind_its_original_with_the_same_content(cast, three):
    copy = actions.duplicate_item(cast.page, by=cast.kofi)
    assert titles(cast.course)[:2] == ["How tides work", "How tides work (copy 2)"]
    assert copy.page.body == "<p>The Moon pulls.</p>"
    assert not Item.objects.get(pk=copy.pk).is_published


def test_a_deleted_item_comes_back_and_brings_its_module(cast):
    actions.archive_item(cast.page, by=cast.kofi)
    actions.archive_module(cast.module, by=cast.kofi)
    assert titles(cast.course) == []
    item = Item.objects.select_related("module").get(pk=cast.page.pk)
    actions.restore_item(item, by=cast.kofi)
    assert titles(cast.course) == ["How tides work"]


def test_every_change_of_the_outline_grows_the_version(cast):
    before = Course.objects.get(pk=cast.course.pk).version
    actions.withdraw_item(cast.page, by=cast.kofi)
    actions.publish_item(cast.page, by=cast.kofi)
    assert Course.objects.get(pk=cast.course.pk).version == before + 2


def test_a_module_is_published_at_once_but_for_what_waits_to_be_converted(cast, three):
    data = {"format": "canvas", "type": "quiz"}
    quiz = actions.create_item(cast.module, "unconverted", "Quiz", data, by=cast.kofi)
    before = Course.objects.get(pk=cast.course.pk).version
    assert actions.publish_module(cast.module, by=cast.kofi) == 3
    assert actions.publish_module(cast.module, by=cast.kofi) == 0
    drafts = Item.objects.filter(published_at=None)
    assert list(drafts) == [quiz]
    assert Course.objects.get(pk=cast.course.pk).version == before + 1
    told = OutboxEvent.objects.filter(name__endswith="ItemPublished")
    assert all(any(str(item.pk) in row.payload for row in told) for item in three)


@pytest.mark.parametrize("title", ["🌊", "🐙🐙"])
def test_an_emoji_alone_is_a_title(cast, title):
    assert actions.create_item(cast.module, "page", title, by=cast.kofi).title == title


@pytest.mark.parametrize("title", ["", "   ", "​", "x" * 201])
def test_a_title_that_shows_nothing_or_too_much_is_refused(cast, title):
    with pytest.raises(ValidationError):
        actions.create_item(cast.module, "page", title, by=cast.kofi)
    assert Item.objects.count() == 1


def test_an_unknown_kind_is_refused(cast):
    with pytest.raises(ValidationError, match="teleport"):
        actions.create_item(cast.module, "teleport", "X", by=cast.kofi)


def test_a_kind_is_done_only_in_its_own_ways(cast, three):
    with pytest.raises(ValidationError):
        actions.change_item(three[0], completion="time", by=cast.kofi)


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_change_nothing(cast, who, three):
    by = getattr(cast, who)
    for change in (
        lambda: actions.create_item(cast.module, "page", "X", by=by),
        lambda: actions.change_item(cast.page, title="X", by=by),
        lambda: actions.archive_item(cast.page, by=by),
        lambda: actions.move_item(cast.page, cast.module, 1, by=by),
        lambda: actions.duplicate_item(cast.page, by=by),
        lambda: actions.withdraw_item(cast.page, by=by),
        lambda: actions.publish_module(cast.module, by=by),
    ):
        with pytest.raises(MayNot):
            change()
    assert titles(cast.course) == ["How tides work", "A", "B", "C"]
