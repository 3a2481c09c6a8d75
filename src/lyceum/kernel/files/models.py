"""A file that a tenant keeps: the row says what it is, the storage holds its contents by hash."""

from django.db import models

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7
from lyceum.kernel.tenancy import TenantManager, current


class StoredFileManager(TenantManager["StoredFile"]):
    """The files of the tenant in use."""

    column = "tenant_id"


class StoredFile(models.Model):
    """One kept file. Its contents never change; two rows of one tenant may share them.

    `media_type` was chosen by the server from the contents. `width` and `height` are an image's
    pixels.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    tenant_id = models.UUIDField(default=current, editable=False)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by_id = models.UUIDField(null=True)

    objects = StoredFileManager()

    class Meta:
        indexes = [models.Index(fields=["tenant_id", "sha256"], name="stored_file_contents")]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """Where the storage holds the contents."""
        return f"{self.tenant_id}/{self.sha256[:2]}/{self.sha256}"
