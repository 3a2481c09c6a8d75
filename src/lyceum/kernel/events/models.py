"""The outbox: what happened, until everybody above has been told of it."""

from django.db import models

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7


class OutboxEventQuerySet(models.QuerySet["OutboxEvent"]):
    """The states an event can be in."""

    def pending(self) -> "OutboxEventQuerySet":
        return self.filter(delivered_at=None, parked_at=None)

    def parked(self) -> "OutboxEventQuerySet":
        return self.filter(parked_at__isnull=False)


class OutboxEvent(models.Model):
    """One event, written in the transaction of the change that it tells of.

    `position` orders, not the id: it does not turn back when a server's clock does.
    """

    position = models.BigAutoField(primary_key=True)
    event_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    tenant_id = models.UUIDField(db_index=True)
    name = models.CharField(max_length=120)
    payload = models.TextField()
    order_key = models.CharField(max_length=200, blank=True)
    emitted_at = models.DateTimeField(default=clock.now)
    delivered_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    parked_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxEventQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        indexes = [
            models.Index(
                fields=["position"],
                condition=models.Q(delivered_at=None, parked_at=None),
                name="outbox_pending",
            ),
            models.Index(
                fields=["order_key"],
                condition=models.Q(delivered_at=None, parked_at=None, next_try_at__isnull=False),
                name="outbox_failing",
            ),
            models.Index(
                fields=["delivered_at"],
                condition=models.Q(delivered_at__isnull=False),
                name="outbox_delivered",
            ),
            models.Index(
                fields=["parked_at"],
                condition=models.Q(parked_at__isnull=False),
                name="outbox_parked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.event_id}"


class Delivered(models.Model):
    """That one subscriber has had one event: written with the subscriber's own changes."""

    event_id = models.UUIDField()
    subscriber = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event_id", "subscriber"], name="delivered_once")
        ]

    def __str__(self) -> str:
        return f"{self.subscriber} {self.event_id}"


class Lease(models.Model):
    """That one process does a thing alone, until a moment when another may take over."""

    name = models.CharField(max_length=80, primary_key=True)
    holder = models.CharField(max_length=80, blank=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.holder}"
