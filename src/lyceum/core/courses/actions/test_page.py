import pytest

from lyceum.core.courses import actions
from lyceum.core.courses.models import Item, Page, PageDraft, PageVersion
from lyceum.core.people.permissions import MayNot


def body_of(item):
    return Page.objects.get(item=item).body


def test_a_draft_saves_itself_and_learners_keep_the_old_text(cast):
    actions.save_draft(cast.page, "<p>New</p>", based_on=1, by=cast.kofi)
    actions.save_draft(cast.page, "<p>Newer</p>", based_on=1, by=cast.kofi)
    assert PageDraft.objects.get().body == "<p>Newer</p>"
    assert body_of(cast.page) == "<p>The Moon pulls.</p>"


def test_publishing_shows_the_text_keeps_a_version_and_forgets_the_draft(cast):
    page = actions.publish_page(cast.page, "<p>New</p>", based_on=1, by=cast.kofi)
    assert (page.revision, body_of(cast.page)) == (2, "<p>New</p>")
    assert PageVersion.objects.get().by == cast.kofi
    assert not PageDraft.objects.exists()


def test_two_people_at_one_page_lose_nothing(cast):
    actions.publish_page(cast.page, "<p>Kofi</p>", based_on=1, by=cast.kofi)
    with pytest.raises(actions.PageConflict) as conflict:
        actions.publish_page(cast.page, "<p>Ruth</p>", based_on=1, by=cast.ruth)
    assert conflict.value.page.body == "<p>Kofi</p>"
    assert PageDraft.objects.get(person=cast.ruth).body == "<p>Ruth</p>"
    assert body_of(cast.page) == "<p>Kofi</p>"


def test_publishing_a_draft_page_publishes_its_item(cast):
    item = actions.create_item(cast.module, "page", "Waves", by=cast.kofi)
    assert not item.is_published
    actions.publish_page(item, "<p>Up and down.</p>", based_on=0, by=cast.kofi)
    assert Item.objects.get(pk=item.pk).is_published


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_do_not_write(cast, who):
    with pytest.raises(MayNot):
        actions.save_draft(cast.page, "mine", based_on=1, by=getattr(cast, who))
    with pytest.raises(MayNot):
        actions.publish_page(cast.page, "mine", based_on=1, by=getattr(cast, who))
    assert not PageDraft.objects.exists()
