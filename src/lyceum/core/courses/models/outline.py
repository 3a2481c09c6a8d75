"""The outline: modules of items."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.models.course import Course
from lyceum.core.courses.models.marks import KEPT, PUBLISHED, Archivable, Publishable
from lyceum.core.people.models import InstitutionOwned
from lyceum.kernel.tenancy import TenantManager


class Module(Archivable, InstitutionOwned):
    """A part of the outline that holds items."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="modules", db_index=False)
    title = models.CharField(_("title"), max_length=200)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["institution", "course", "position"], name="module_by_position")
        ]

    def __str__(self) -> str:
        return self.title


class ItemQuerySet(models.QuerySet["Item"]):
    def kept(self) -> "ItemQuerySet":
        return self.filter(KEPT, module__archived_at=None)

    def published(self) -> "ItemQuerySet":
        return self.kept().filter(PUBLISHED)


ItemManager = TenantManager.from_queryset(ItemQuerySet)


class Item(Archivable, Publishable, InstitutionOwned):
    """One thing to do. What it is says its `kind`, a key of the `ITEM_KINDS` hook."""

    class Completion(models.TextChoices):
        VIEWED = "viewed", _("when it was opened")
        MARKED = "marked", _("when the learner marks it done")
        TIME = "time", _("after a minimum time on it")
        KIND = "kind", _("when the activity says so")
        NONE = "none", _("never; it does not count")

    course = models.ForeignKey(Course, models.CASCADE, related_name="items", db_index=False)
    module = models.ForeignKey(Module, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=32)
    title = models.CharField(_("title"), max_length=200)
    position = models.PositiveIntegerField(default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0)
    completion = models.CharField(
        _("done"), max_length=8, choices=Completion, default=Completion.VIEWED
    )
    minimum_seconds = models.PositiveIntegerField(_("minimum seconds"), default=0)

    objects: ClassVar[ItemManager] = ItemManager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["institution", "course", "position"], name="item_by_position")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def counts(self) -> bool:
        """Whether it is part of the course's percentage: published, and can be done at all."""
        return self.is_published and self.completion != self.Completion.NONE
