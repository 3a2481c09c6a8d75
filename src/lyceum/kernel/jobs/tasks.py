"""The one task behind every job."""

from django.tasks import task

from lyceum.kernel.jobs.running import run


@task()
def run_job(job_id: str) -> None:
    run(job_id)
