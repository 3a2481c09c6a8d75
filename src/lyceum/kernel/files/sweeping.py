"""Contents that no row speaks of any more: dropped files, and what a rolled-back action wrote."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.core.files.storage import Storage, storages

from lyceum.kernel import clock, tenancy
from lyceum.kernel.files.models import StoredFile

SPARED = timedelta(days=1)


def sweep_files(*, spared: timedelta = SPARED) -> int:
    """Delete contents without a row, of all tenants; return how many.

    What was written less than `spared` ago stays: its row may not be committed yet.
    """
    storage = storages["files"]
    swept = 0
    for place in list(_orphans(storage)):
        if storage.get_modified_time(place) < clock.now() - spared:
            storage.delete(place)
            swept += 1
    return swept


def _orphans(storage: Storage) -> Iterator[str]:
    for tenant in _folders(storage, ""):
        try:
            tenant_id = UUID(tenant)
        except ValueError:
            continue
        for start in _folders(storage, tenant):
            _none, names = storage.listdir(f"{tenant}/{start}")
            with tenancy.using(tenant_id):
                rows = StoredFile.objects.filter(sha256__startswith=start)
                known = set(rows.values_list("sha256", flat=True))
            yield from (f"{tenant}/{start}/{name}" for name in names if name not in known)


def _folders(storage: Storage, place: str) -> list[str]:
    try:
        return storage.listdir(place)[0]
    except FileNotFoundError:
        return []
