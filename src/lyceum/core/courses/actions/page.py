"""Writing a page: drafts that save themselves, publication, and two people at one page."""

from django.db import transaction

from lyceum.core.courses.actions.item import emit_published
from lyceum.core.courses.actions.marking import mark, outline_changed
from lyceum.core.courses.models import Item, Page, PageDraft, PageVersion
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require
from lyceum.kernel import clock
from lyceum.kernel.markup import clean_html, reading_minutes
from lyceum.kernel.writer import grouped


class PageConflict(Exception):
    """Somebody published another text since this one was begun; both are kept."""

    def __init__(self, page: Page, draft: PageDraft) -> None:
        super().__init__(f"page {page.pk} is at revision {page.revision}, not {draft.based_on}")
        self.page = page
        self.draft = draft


def save_draft(item: Item, body: str, *, based_on: int, by: Person) -> PageDraft:
    """Keep the person's unfinished text; the page that learners see does not change."""
    require(by, "edit", item)
    return _keep_draft(item, clean_html(body), based_on, by)


@grouped
def _keep_draft(item: Item, body: str, based_on: int, by: Person) -> PageDraft:
    """Write what was cleaned already: others wait for the writer."""
    draft, _new = PageDraft.objects.update_or_create(
        page=item.page,
        person=by,
        defaults={"body": body, "based_on": based_on, "saved_at": clock.now()},
    )
    return draft


@transaction.atomic
def discard_draft(item: Item, *, by: Person) -> None:
    """Forget the person's unfinished text."""
    require(by, "edit", item)
    PageDraft.objects.filter(page__item=item, person=by).delete()


def publish_page(item: Item, body: str, *, based_on: int, by: Person) -> Page:
    """Show learners this text. Raises `PageConflict`, with the text kept as a draft, when the page
    is no longer at revision `based_on`."""
    draft = save_draft(item, body, based_on=based_on, by=by)
    with transaction.atomic():
        page = Page.objects.select_for_update().get(item=item)
        if page.revision != based_on:
            raise PageConflict(page, draft)
        return _publish(item, page, draft, by)


def _publish(item: Item, page: Page, draft: PageDraft, by: Person) -> Page:
    page.body, page.revision = draft.body, page.revision + 1
    page.edited_at, page.edited_by = clock.now(), by
    page.save()
    PageVersion.objects.create(
        page=page, revision=page.revision, body=page.body, by=by, at=page.edited_at
    )
    draft.delete()
    item.minutes = reading_minutes(page.body)
    item.save(update_fields=["minutes"])
    if not item.published_at:
        mark(item, "published", by)
    outline_changed(item.course)
    emit_published(item, by)
    return page
