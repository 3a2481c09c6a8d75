"""Mail that waits to be sent, and mail that was."""

from django.db import models

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """The states a mail can be in."""

    def waiting(self) -> "OutgoingMailQuerySet":
        return self.filter(sent_at=None, given_up_at=None)

    def given_up(self) -> "OutgoingMailQuerySet":
        return self.filter(given_up_at__isnull=False)


class OutgoingMail(models.Model):
    """One mail to one address, as it will be sent; it stays, with its error, until it is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tenant_id = models.UUIDField(null=True, blank=True, db_index=True)
    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=400)
    text = models.TextField()
    html = models.TextField(blank=True)
    created_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    next_try_at = models.DateTimeField(default=clock.now)
    given_up_at = models.DateTimeField(null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="mail_waiting",
            ),
            models.Index(fields=["tenant_id", "-created_at"], name="mail_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
