"""The course itself."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.models.marks import KEPT, PUBLISHED, Archivable, Publishable
from lyceum.core.people.models import InstitutionOwned
from lyceum.kernel import clock
from lyceum.kernel.models import StoredFile
from lyceum.kernel.tenancy import TenantManager


class CourseQuerySet(models.QuerySet["Course"]):
    def kept(self) -> "CourseQuerySet":
        return self.filter(KEPT)

    def published(self) -> "CourseQuerySet":
        return self.filter(KEPT & PUBLISHED)


CourseManager = TenantManager.from_queryset(CourseQuerySet)


class Course(Archivable, Publishable, InstitutionOwned):
    """What a cohort takes: modules of items, with dates, people and grades.

    `version` grows with each change of the outline that learners could see; parts of a page that
    depend on the outline alone are kept by it.
    """

    code = models.CharField(_("code"), max_length=32, blank=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), max_length=2000, blank=True)
    image = models.ForeignKey(StoredFile, models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(_("language"), max_length=12, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[CourseManager] = CourseManager()

    class Meta:
        indexes = [
            models.Index(fields=["institution", "title"], name="course_by_title"),
            models.Index(fields=["institution", "published_at"], name="course_by_publication"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="course_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> str:
        if self.archived_at:
            return "archived"
        return "published" if self.published_at else "draft"


class CourseFile(InstitutionOwned):
    """A file that pages of a course use. The address of the file is this row's id."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    path = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=["institution", "course"], name="course_file_by_course")]

    def __str__(self) -> str:
        return self.path or self.file.name
