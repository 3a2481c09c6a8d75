import pytest
from django.urls import reverse

from lyceum.kernel.jobs import Job

JOBS = reverse("admin:jobs")


@pytest.fixture
def job(cast):
    return Job.objects.create(
        tenant_id=cast.harbour.pk,
        kind="import-course",
        title="Import of tides.imscc",
        state="running",
        done=3,
        total=10,
        started_by_id=cast.kofi.pk,
    )


def test_a_running_job_shows_who_began_it_and_how_far_it_is(
    cast, sign_in, job, django_assert_max_num_queries
):
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = client.get(JOBS).content.decode()
    assert "Import of tides.imscc" in page
    assert "Kofi Osei" in page
    assert 'value="30"' in page
    assert reverse("course:import_report", args=[job.pk]) in page
    part = client.get(JOBS, headers={"X-Fragment": "jobs"}).content
    assert b"<html" not in part
    assert b"data-refresh" in part


def test_a_failed_job_says_why(cast, sign_in, job):
    Job.objects.filter(pk=job.pk).update(state="failed", error="This is no package.")
    page = sign_in(cast.ruth).get(JOBS).content.decode()
    assert "This is no package." in page
    assert "data-refresh" not in page


def test_jobs_of_others_are_not_shown(cast, sign_in, job):
    assert sign_in(cast.kofi).get(JOBS).status_code == 403
    assert b"tides.imscc" not in sign_in(cast.olga).get(JOBS).content
