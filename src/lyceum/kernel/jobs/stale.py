"""Jobs whose worker died: found by their silence."""

from datetime import timedelta

from django.conf import settings
from django.db.models.functions import Coalesce
from django.utils import translation

from lyceum.kernel import clock
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.jobs.running import stopped_sentence
from lyceum.kernel.jobs.starting import enqueue

SILENT_FOR = timedelta(seconds=30)
WAITED_FOR = timedelta(minutes=10)


def fail_stale_jobs() -> int:
    """Fail the jobs that have not been heard of, with a sentence for their people."""
    silent = Job.objects.filter(state=Job.State.RUNNING, heartbeat_at__lt=clock.now() - SILENT_FOR)
    return sum(_fail(job) for job in silent)


def requeue_lost_jobs() -> int:
    """Queue again what has waited so long that its place in the queue may have been lost."""
    since = Coalesce("heartbeat_at", "created_at")
    waiting = Job.objects.filter(state=Job.State.QUEUED).annotate(since=since)
    lost = list(waiting.filter(since__lt=clock.now() - WAITED_FOR)[:100])
    for job in lost:
        Job.objects.filter(pk=job.pk).update(heartbeat_at=clock.now())
        enqueue(job)
    return len(lost)


def _fail(job: Job) -> int:
    """Only if it has stayed silent: its worker may have come back between reading and writing."""
    still = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, heartbeat_at=job.heartbeat_at)
    with translation.override(job.language or settings.LANGUAGE_CODE):
        return still.update(
            state=Job.State.FAILED, error=stopped_sentence(), finished_at=clock.now()
        )
