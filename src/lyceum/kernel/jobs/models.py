"""What runs long, as its person sees it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lyceum.kernel import clock, tenancy
from lyceum.kernel.ids import uuid7


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs are no tenant's model by type, so that the worker sees them all; screens ask `here`."""

    def here(self) -> "JobQuerySet":
        """Narrow to the tenant in use; raises `NoTenant` when there is none."""
        return self.filter(tenant_id=tenancy.current())

    def unfinished(self) -> "JobQuerySet":
        return self.filter(state__in=[Job.State.QUEUED, Job.State.RUNNING])


class Job(models.Model):
    """A long piece of work with progress, that can be cancelled and ends in a report."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tenant_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)
    report = models.JSONField(null=True, blank=True)
    error = models.TextField(blank=True)
    arguments: Any = models.JSONField(default=dict)
    language = models.CharField(max_length=20, blank=True)
    started_by_id = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_by_id = models.UUIDField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["tenant_id", "-created_at"], name="job_newest"),
            models.Index(
                fields=["state", "heartbeat_at"],
                condition=models.Q(state__in=["queued", "running"]),
                name="job_unfinished",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_finished(self) -> bool:
        return self.state not in {self.State.QUEUED, self.State.RUNNING}

    @property
    def percentage(self) -> int | None:
        """Return how much is done of a hundred, or None while nobody knows how much there is."""
        if self.state == self.State.DONE:
            return 100
        return min(99, self.done * 100 // self.total) if self.total else None
