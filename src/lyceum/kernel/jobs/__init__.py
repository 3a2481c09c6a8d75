"""Long work: it shows its progress, can be cancelled, and ends in a report."""

from lyceum.kernel.jobs.kinds import KINDS, UnknownKind, job
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.jobs.progress import JobCancelled, JobInterrupted, Progress, interrupt_jobs
from lyceum.kernel.jobs.stale import fail_stale_jobs, requeue_lost_jobs
from lyceum.kernel.jobs.starting import request_cancel, start_job

__all__ = [
    "KINDS",
    "Job",
    "JobCancelled",
    "JobInterrupted",
    "Progress",
    "UnknownKind",
    "fail_stale_jobs",
    "interrupt_jobs",
    "job",
    "request_cancel",
    "requeue_lost_jobs",
    "start_job",
]
