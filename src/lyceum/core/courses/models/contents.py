"""What the built-in item kinds hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.models.course import CourseFile
from lyceum.core.courses.models.outline import Item
from lyceum.core.people.models import InstitutionOwned, Person


class Page(InstitutionOwned):
    """Rich text, cleaned when it was written. `revision` grows with each published text."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="page")
    body = models.TextField(_("text"), blank=True)
    revision = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")


class PageVersion(InstitutionOwned):
    """A text that a page once had, so that nothing a teacher wrote is lost."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    body = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("page", "revision", name="page_version_once")]
        ordering = ["-revision"]


class PageDraft(InstitutionOwned):
    """One teacher's unfinished text of a page, and the revision it began from."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    body = models.TextField(blank=True)
    based_on = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("page", "person", name="one_draft_per_person")]


class FileContent(InstitutionOwned):
    """A file to read or to take along."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="file_content")
    file = models.ForeignKey(CourseFile, models.PROTECT, related_name="+", null=True)


class Link(InstitutionOwned):
    """A page elsewhere."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="link")
    url = models.URLField(_("address"), max_length=2000)


class Unconverted(InstitutionOwned):
    """Imported, but of a kind this institution cannot run yet; kept whole to be converted."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="unconverted")
    format = models.CharField(max_length=32)
    type = models.CharField(max_length=32)
    source = models.ForeignKey(CourseFile, models.PROTECT, related_name="+", null=True)
    note = models.TextField(blank=True)
