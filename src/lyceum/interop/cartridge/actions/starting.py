"""Imports that run in the background, from a package that was uploaded."""

from typing import IO, Any, BinaryIO, cast

from django.utils.translation import gettext as _

from lyceum.core.courses.models import Course
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require
from lyceum.interop.cartridge.actions.importing import import_cartridge, require_import
from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.kernel.files import StoredFile, drop_file, keep_file, open_file
from lyceum.kernel.jobs import Job, JobCancelled, Progress, start_job

JOB_KIND = "import-course"


def start_import(
    package: IO[bytes], *, name: str, by: Person, into: Course | None = None, dry_run: bool = False
) -> Job:
    """Keep the package and import it as a job; raises `FileRefused` where it cannot be kept."""
    require_import(by, into)
    _forget_packages(by)
    kept = keep_file(package, name=name, by_id=by.pk)
    return _start(kept, by, into, dry_run=dry_run)


def import_again(dry: Job, *, by: Person) -> Job:
    """Import for good the package that a dry run read; raises `CartridgeRefused` if it is gone."""
    asked = dry.arguments
    if asked["by"] != str(by.pk):
        require(by, "see_jobs", by.institution)
    kept = StoredFile.objects.filter(pk=asked["package"]).first()
    into = Course.objects.filter(pk=asked["into"]).first() if asked["into"] else None
    if kept is None or bool(asked["into"]) != bool(into):
        raise CartridgeRefused(_("The package is no longer here. Choose the file again."))
    require_import(by, into)
    return _start(kept, by, into, dry_run=False)


def _start(kept: StoredFile, by: Person, into: Course | None, *, dry_run: bool) -> Job:
    title = _("Try the import of %(name)s") if dry_run else _("Import %(name)s")
    return start_job(
        JOB_KIND,
        title=title % {"name": kept.name},
        arguments={
            "package": kept.pk,
            "by": by.pk,
            "into": into.pk if into else None,
            "dry_run": dry_run,
        },
        by_id=by.pk,
    )


def import_kept_package(
    package: str, by: str, into: str | None, *, dry_run: bool, progress: Progress
) -> dict[str, Any]:
    """Import a package that `start_import` kept, and return the report as JSON.

    The package is forgotten when it was imported, refused or cancelled; after a dry run it stays
    for the real one.
    """
    kept = StoredFile.objects.get(pk=package)
    person = Person.objects.select_related("institution").get(pk=by)
    course = Course.objects.get(pk=into) if into else None
    try:
        with open_file(kept) as stream:
            outcome = import_cartridge(
                cast(BinaryIO, stream),
                by=person,
                into=course,
                dry_run=dry_run,
                tell=progress.step,
                complete=lambda outcome: progress.complete(outcome.as_json()),
            )
    except (CartridgeRefused, JobCancelled):
        drop_file(kept)
        raise
    if not dry_run:
        drop_file(kept)
    return outcome.as_json()


def _forget_packages(by: Person) -> None:
    """Forget what the person's earlier imports left, such as a dry run that nothing followed."""
    jobs = Job.objects.here().filter(kind=JOB_KIND, started_by_id=by.pk)
    wanted = {job.arguments["package"] for job in jobs.unfinished()}
    left = {job.arguments["package"] for job in jobs} - wanted
    for kept in StoredFile.objects.filter(pk__in=left):
        drop_file(kept)
