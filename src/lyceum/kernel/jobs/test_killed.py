"""Real workers: progress is seen while they run, cancelling reaches them, and so does a kill."""

import json
import time

import pytest

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

COMMON = """
import json, sys, time
from datetime import timedelta
from uuid import UUID
import django; django.setup()
from django.db import connection, transaction
from lyceum.kernel import clock, jobs, tenancy
from lyceum.kernel.events.models import Lease
from lyceum.kernel.jobs import Job

HARBOUR = UUID("0190a000-0000-7000-8000-000000000001")

@jobs.job("slow")
def slow(progress):
    for number in range(600):
        progress.step(number, 600, f"page {number}")
        time.sleep(0.05)

@jobs.job("writes")
def writes(progress):
    with transaction.atomic():
        Lease.objects.create(name="half done", until=clock.now())
        print("writing", flush=True)
        for number in range(600):
            progress.step(number, 600, f"page {number}")
            time.sleep(0.05)
"""

START = """
with tenancy.using(HARBOUR):
    jobs.start_job(KIND, title="Slow")
"""

WORK = """
from django.core.management import call_command
print("ready", flush=True)
call_command("worker", threads=1)
"""

LOOK = """
job = Job.objects.order_by("-created_at").first()
kept = Lease.objects.filter(name="half done").count()
print(json.dumps({"state": job.state, "done": job.done, "note": job.note, "error": job.error,
                  "total": job.total, "kept": kept}))
"""

CANCEL = 'jobs.request_cancel(Job.objects.get(state="running"))'
SWEEP = """
with clock.freeze(clock.now() + timedelta(seconds=40)):
    print(jobs.fail_stale_jobs())
"""


def look(site):
    return json.loads(site.run(COMMON, LOOK))


def wait_for(site, condition, seconds=40):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        job = look(site)
        if condition(job):
            return job
        time.sleep(0.2)
    raise AssertionError(f"That did not come about: {job}")


def test_progress_is_seen_while_the_job_runs_and_cancelling_reaches_it(site):
    site.run(COMMON, 'KIND = "slow"', START)
    worker = site.start(COMMON, WORK)
    job = wait_for(site, lambda job: job["done"] > 0)
    assert (job["state"], job["total"]) == ("running", 600)
    assert job["note"].startswith("page")
    site.run(COMMON, CANCEL)
    wait_for(site, lambda job: job["state"] == "cancelled")
    worker.terminate()
    assert worker.wait(timeout=20) == 0


def test_a_worker_killed_in_a_job_keeps_nothing_of_it_and_says_so(site):
    site.run(COMMON, 'KIND = "writes"', START)
    worker = site.start(COMMON, WORK)
    site.read_until(worker, "writing")
    time.sleep(0.5)
    site.kill(worker)
    assert look(site)["state"] == "running"
    assert site.run(COMMON, SWEEP).strip() == "1"
    job = look(site)
    assert (job["state"], job["kept"]) == ("failed", 0)
    assert job["error"].startswith("The server restarted")


def test_a_worker_told_to_end_stops_its_job_with_the_same_sentence(site):
    site.run(COMMON, 'KIND = "slow"', START)
    worker = site.start(COMMON, WORK)
    wait_for(site, lambda job: job["state"] == "running")
    worker.terminate()
    assert worker.wait(timeout=20) == 0
    job = look(site)
    assert job["state"] == "failed"
    assert job["error"].startswith("The server restarted")
