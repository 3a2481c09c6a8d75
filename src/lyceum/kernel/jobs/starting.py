"""Asking for a job, and for its end."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.tasks.backends.immediate import ImmediateBackend
from django.utils.translation import get_language
from django_tasks_db.backend import DatabaseBackend

from lyceum.kernel import clock, tenancy
from lyceum.kernel.jobs.kinds import work_of
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.jobs.progress import plain
from lyceum.kernel.jobs.tasks import run_job

# Backends whose queue is in the caller's transaction, or that have no queue at all.
IN_TRANSACTION = (DatabaseBackend, ImmediateBackend)


@transaction.atomic
def start_job(
    kind: str,
    *,
    title: str,
    arguments: dict[str, Any] | None = None,
    by_id: UUID | None = None,
) -> Job:
    """Queue a job of the tenant in use; it starts after the transaction in progress commits.

    `arguments` are given to the kind's function by name; ids travel as text. Texts of the job come
    in the language that is active now. Raises `UnknownKind`.
    """
    work_of(kind)
    job = Job.objects.create(
        tenant_id=tenancy.current(),
        kind=kind,
        title=title[:300],
        arguments=plain(arguments or {}),
        language=get_language() or "",
        started_by_id=by_id,
    )
    enqueue(job)
    return job


def request_cancel(job: Job, *, by_id: UUID | None = None) -> Job:
    """Ask a job to stop: one that waits is cancelled now, one that runs at its next step."""
    asked: dict[str, Any] = {"cancel_requested_at": clock.now(), "cancel_requested_by_id": by_id}
    waiting = Job.objects.filter(pk=job.pk, state=Job.State.QUEUED)
    if not waiting.update(state=Job.State.CANCELLED, finished_at=clock.now(), **asked):
        running = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, cancel_requested_at=None)
        running.update(**asked)
    job.refresh_from_db()
    return job


def enqueue(job: Job) -> None:
    """Hand the job to the task backend; twice does no harm, since a job is claimed once."""
    backend = run_job.get_backend()
    put = partial(run_job.enqueue, str(job.pk))
    if not isinstance(backend, IN_TRANSACTION):
        transaction.on_commit(put)
        return
    put()
    if isinstance(backend, ImmediateBackend):
        job.refresh_from_db()
