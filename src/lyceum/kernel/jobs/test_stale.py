from datetime import timedelta

import pytest

from lyceum.kernel import clock
from lyceum.kernel.ids import uuid7
from lyceum.kernel.jobs import Job, fail_stale_jobs, requeue_lost_jobs

pytestmark = pytest.mark.django_db


def a_job(**fields):
    return Job.objects.create(tenant_id=uuid7(), kind="count", title="Counting", **fields)


def ago(seconds):
    return clock.now() - timedelta(seconds=seconds)


def test_a_job_whose_worker_fell_silent_fails_with_what_to_do():
    silent = a_job(state="running", heartbeat_at=ago(31), language="en")
    living = a_job(state="running", heartbeat_at=ago(10))
    assert fail_stale_jobs() == 1
    silent.refresh_from_db()
    living.refresh_from_db()
    assert (silent.state, living.state) == ("failed", "running")
    assert silent.error == (
        "The server restarted, so this stopped. Nothing of it was kept. Start it again."
    )


def test_a_job_that_lost_its_place_in_the_queue_gets_a_new_one(monkeypatch):
    lost = a_job(created_at=ago(601))
    a_job()
    put = []
    monkeypatch.setattr("lyceum.kernel.jobs.stale.enqueue", put.append)
    assert requeue_lost_jobs() == 1
    assert put == [lost]
    assert requeue_lost_jobs() == 0, "it is not queued again at every look"
