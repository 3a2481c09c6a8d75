import pytest
from django.urls import reverse

from lyceum.kernel.jobs import Job


@pytest.fixture
def job(cast):
    return Job.objects.create(tenant_id=cast.harbour.pk, kind="x", title="Long work")


def stop(client, job):
    return client.post(reverse("admin:cancellation", args=[job.pk]), follow=True)


def test_a_waiting_job_is_stopped(cast, sign_in, job):
    assert b"Cancelled" in stop(sign_in(cast.ruth), job).content
    job.refresh_from_db()
    assert (job.state, job.cancel_requested_by_id) == ("cancelled", cast.ruth.pk)


def test_nobody_else_stops_it(cast, sign_in, job):
    assert stop(sign_in(cast.kofi), job).status_code == 403
    assert stop(sign_in(cast.olga), job).status_code == 404
    job.refresh_from_db()
    assert job.state == "queued"
