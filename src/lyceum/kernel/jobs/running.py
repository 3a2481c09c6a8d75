"""Running a job: claim it, do its work, and say how it ended."""

import time
from contextlib import nullcontext
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from structlog.contextvars import bound_contextvars

from lyceum.kernel import clock, tenancy
from lyceum.kernel.jobs.kinds import work_of
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.jobs.progress import JobCancelled, JobInterrupted, Progress, plain

log = structlog.get_logger("lyceum.jobs")


def run(job_id: UUID | str) -> None:
    """Run a job that waits; does nothing when it was cancelled or another worker has it."""
    claimed = Job.objects.filter(pk=job_id, state=Job.State.QUEUED).update(
        state=Job.State.RUNNING, started_at=clock.now(), heartbeat_at=clock.now()
    )
    if not claimed:
        return
    job = Job.objects.get(pk=job_id)
    with (
        bound_contextvars(job_id=str(job.pk), job_kind=job.kind),
        translation.override(job.language or settings.LANGUAGE_CODE),
        tenancy.using(job.tenant_id),
    ):
        progress = Progress(job)
        outcome = _outcome(progress)
        _finish(job, {**progress.now, **outcome})
        log.info("job_ended", state=outcome["state"])


def stopped_sentence() -> str:
    """Say what a restart did to a job."""
    return _("The server restarted, so this stopped. Nothing of it was kept. Start it again.")


def _outcome(progress: Progress) -> dict[str, Any]:
    """Do the work and return the fields that tell how it went."""
    job = progress.job
    # Inside somebody's transaction, as in tests, a failure must not break it.
    guarded = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with progress, guarded:
            report = work_of(job.kind)(progress, **job.arguments)
        return {"state": Job.State.DONE, "report": plain(report), "error": ""}
    except JobCancelled:
        return {"state": Job.State.CANCELLED}
    except JobInterrupted:
        return {"state": Job.State.FAILED, "error": stopped_sentence()}
    except Exception as error:
        log.exception("job_failed")
        return {"state": Job.State.FAILED, "error": _sentence(error, job)}


def _sentence(error: Exception, job: Job) -> str:
    """Return what the error says to a person, or else where its story is found."""
    own = getattr(error, "sentence", None)
    if own:
        return str(own)
    message = _(
        "Something went wrong, and nothing was kept. Start it again; if it fails again, "
        "give your administrator this reference: %(reference)s."
    )
    return message % {"reference": str(job.pk)[-12:]}


def _finish(job: Job, outcome: dict[str, Any]) -> None:
    """Write the end, patiently: a job whose end is not written looks dead to the sweep.

    What `Progress.complete` committed with the job's changes stands.
    """
    open_end = Job.objects.filter(pk=job.pk).exclude(state=Job.State.DONE)
    for wait in (1, 2, 4, 8, None):
        try:
            open_end.update(finished_at=clock.now(), **outcome)
            return
        except OperationalError:
            if wait is None or connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(wait)
