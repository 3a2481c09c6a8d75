"""The record: one append-only stream of learning events, and the progress counted from it."""

from typing import Any, ClassVar

from django.db import models

from lyceum.core.courses.models import Course, Item
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.models import InstitutionOwned, Person
from lyceum.core.record import rules
from lyceum.kernel.tenancy import TenantManager


class Unchangeable(RuntimeError):
    """Somebody tried to change or delete what the record holds."""


class AppendOnly(models.QuerySet["LearningEvent"]):
    """The stream can be read and added to."""

    def update(self, **kwargs: Any) -> int:
        raise Unchangeable("The record is append-only: add an event that corrects this one.")

    def delete(self) -> Any:
        raise Unchangeable("The record is append-only: erasing a person is a privacy action.")


StreamManager = TenantManager.from_queryset(AppendOnly)


class LearningEvent(InstitutionOwned):
    """One thing that somebody did, from our own screens or from outside.

    `verb` is the last part of an xAPI verb id ("experienced", "completed"); `object` names what it
    was done to where that is no item; `score` is scaled (−1 to 1); `duration` is in seconds;
    `raw` is the statement as it came from outside, and empty for our own.
    """

    actor = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    verb = models.CharField(max_length=64)
    object = models.CharField(max_length=300, blank=True)
    course = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+", db_index=False)
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+", db_index=False)
    score = models.DecimalField(max_digits=8, decimal_places=7, null=True)
    success = models.BooleanField(null=True)
    completion = models.BooleanField(null=True)
    duration = models.PositiveIntegerField(null=True)
    time = models.DateTimeField()
    stored = models.DateTimeField()
    raw = models.TextField(blank=True)

    objects: ClassVar[StreamManager] = StreamManager()

    class Meta:
        indexes = [
            models.Index(fields=["institution", "actor", "time"], name="event_by_actor"),
            models.Index(fields=["institution", "course", "time"], name="event_by_course"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Unchangeable("The record is append-only: add an event that corrects this one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise Unchangeable("The record is append-only: nothing in it is deleted one by one.")


class ItemProgress(InstitutionOwned):
    """How far one enrolled person is with one item.

    `place` is where they stopped, in the words of the item's kind (a page: the number of the block
    at the top of the screen); `seconds` is the time the item was open and in sight.
    """

    enrolment = models.ForeignKey(
        Enrolment, models.CASCADE, related_name="item_progress", db_index=False
    )
    item = models.ForeignKey(Item, models.CASCADE, related_name="progress")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(default=0)
    place = models.CharField(max_length=64, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("enrolment", "item", name="progress_once")]
        indexes = [
            models.Index(
                fields=["institution", "enrolment", "done_at", "item"], name="progress_by_done"
            )
        ]

    @property
    def state(self) -> str:
        return "done" if self.done_at else "started"


class CourseProgress(InstitutionOwned):
    """How far one enrolled person is with the course: counted, and where to go on."""

    enrolment = models.OneToOneField(Enrolment, models.CASCADE, related_name="progress")
    last_item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="+")
    next_item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="+")
    place = models.CharField(max_length=64, blank=True)
    last_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    """The course's version that `done` and `total` were counted at."""

    class Meta:
        indexes = [models.Index(fields=["institution", "last_at"], name="course_progress_by_time")]

    @property
    def percent(self) -> int:
        return rules.percent(self.done, self.total)
