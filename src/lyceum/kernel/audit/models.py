"""One row per refusal."""

from django.db import models

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7
from lyceum.kernel.tenancy import TenantManager, current


class AuditEntryManager(TenantManager["AuditEntry"]):
    """The refusals of the tenant in use."""

    column = "tenant_id"


class AuditEntry(models.Model):
    """A request that was refused: by whom it came, from where, and with which status.

    `path` holds no secret: where an address carries a token, a star stands for it. `request_id`
    leads to the request's line in the log.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tenant_id = models.UUIDField(default=current, editable=False)
    at = models.DateTimeField(default=clock.now)
    actor_id = models.UUIDField(null=True)
    address = models.GenericIPAddressField(null=True)
    method = models.CharField(max_length=8)
    path = models.CharField(max_length=300)
    status = models.PositiveSmallIntegerField()
    request_id = models.CharField(max_length=24, blank=True)

    objects = AuditEntryManager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["tenant_id", "-at"], name="audit_by_time"),
            models.Index(fields=["tenant_id", "actor_id", "-at"], name="audit_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.method} {self.path}"
