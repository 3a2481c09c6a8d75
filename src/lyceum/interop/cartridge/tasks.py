"""The import as a job, with progress, that can be cancelled."""

from typing import Any

from lyceum.interop.cartridge.actions import JOB_KIND, import_kept_package
from lyceum.kernel.jobs import Progress, job


@job(JOB_KIND)
def import_course(
    progress: Progress, *, package: str, by: str, into: str | None = None, dry_run: bool = False
) -> dict[str, Any]:
    return import_kept_package(package, by, into, dry_run=dry_run, progress=progress)
