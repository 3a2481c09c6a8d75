"""States that have a who and a when."""

from django.db import models
from django.db.models import Q

from lyceum.core.people.models import Person


class Archivable(models.Model):
    """Deleting is archiving first: who and when, both or neither; restoring clears them."""

    archived_at = models.DateTimeField(null=True, blank=True)
    archived_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True


class Publishable(models.Model):
    """A draft until somebody publishes it: who and when."""

    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


PUBLISHED = Q(published_at__isnull=False)
KEPT = Q(archived_at=None)
