from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.tasks import task_backends
from django.utils import translation
from django.utils.translation import gettext_lazy

from lyceum.kernel import tenancy
from lyceum.kernel.clock import now
from lyceum.kernel.events.models import Lease
from lyceum.kernel.jobs import Job, UnknownKind, progress, request_cancel, start_job
from lyceum.kernel.jobs.running import run

pytestmark = pytest.mark.django_db
RUTH = UUID("0190a000-0000-7000-8000-000000000002")


@pytest.fixture
def queued(settings):
    """Let jobs wait for a worker instead of running at once."""
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    yield
    task_backends["default"].clear()


def test_a_job_runs_with_its_arguments_and_ends_with_its_report(harbour, kind):
    def count(progress, *, sheep, course_id):
        for number in range(sheep):
            progress.step(number + 1, sheep, f"sheep {number + 1}")
        return {"sheep": sheep, "course": course_id, "tenant": tenancy.current()}

    kind("count", count)
    job = start_job(
        "count", title="Counting", arguments={"sheep": 3, "course_id": RUTH}, by_id=RUTH
    )
    assert (job.state, job.done, job.total, job.note) == ("done", 3, 3, "sheep 3")
    assert job.report == {"sheep": 3, "course": str(RUTH), "tenant": str(harbour)}
    assert job.is_finished
    assert (job.started_by_id, job.percentage, job.error) == (RUTH, 100, "")
    assert list(Job.objects.here()) == [job]


def test_another_institution_does_not_see_the_job(harbour, kind):
    kind("count", lambda progress: None)
    start_job("count", title="Counting")
    with tenancy.using(RUTH):
        assert not Job.objects.here().exists()


def test_a_kind_that_nobody_registered_is_refused_at_the_start(harbour):
    with pytest.raises(UnknownKind, match="plugin"):
        start_job("unheard of", title="?")
    assert not Job.objects.exists()


def test_an_error_with_a_sentence_of_its_own_says_it_in_the_starters_language(harbour, kind):
    class Refused(Exception):
        sentence = gettext_lazy("Yes")

    def refuse(progress):
        raise Refused

    kind("refuse", refuse)
    with translation.override("es"):
        job = start_job("refuse", title="Importing")
    assert (job.state, job.error) == ("failed", "Sí")


def test_any_other_error_gives_a_reference_and_keeps_nothing(harbour, kind):
    def break_down(progress):
        Lease.objects.create(name="half done", until=now())
        Lease.objects.create(name="half done", until=now())

    kind("break", break_down)
    job = start_job("break", title="Importing")
    assert job.state == "failed"
    assert str(job.pk)[-12:] in job.error
    assert "nothing was kept" in job.error
    assert not Lease.objects.exists()


def test_a_job_that_waits_is_cancelled_at_once_and_never_runs(harbour, kind, queued):
    ran = []
    kind("run", lambda progress: ran.append(1))
    job = start_job("run", title="Running")
    assert job.state == "queued"
    assert request_cancel(job, by_id=RUTH).state == "cancelled"
    run(job.pk)
    assert (ran, job.cancel_requested_by_id) == ([], RUTH)


def test_a_job_that_runs_stops_at_its_next_step_and_keeps_nothing(harbour, kind, monkeypatch):
    monkeypatch.setattr(progress, "WRITE_EVERY", 0)

    def count(progress):
        Lease.objects.create(name="half done", until=now())
        progress.step(1, 100)
        request_cancel(progress.job, by_id=RUTH)
        progress.step(2, 100)
        raise AssertionError("it went on")

    kind("count", count)
    job = start_job("count", title="Counting")
    assert (job.state, job.done, job.error) == ("cancelled", 2, "")
    assert not Lease.objects.exists()


def test_a_job_runs_once_however_often_it_is_queued(harbour, kind):
    ran = []
    kind("run", lambda progress: ran.append(1))
    job = start_job("run", title="Running")
    run(job.pk)
    assert ran == [1]


def test_a_report_given_with_the_changes_stands_even_if_the_job_fails_after(harbour, kind):
    def import_all(progress):
        progress.step(5, 5)
        with transaction.atomic():
            progress.complete({"kept": 5})
        request_cancel(progress.job)

    kind("import", import_all)
    job = start_job("import", title="Importing")
    assert (job.state, job.report, job.done) == ("done", {"kept": 5}, 5)


def test_a_report_goes_with_the_changes_that_are_rolled_back(harbour, kind):
    def import_all(progress):
        with transaction.atomic():
            progress.complete({"kept": 5})
            raise IntegrityError

    kind("import", import_all)
    job = start_job("import", title="Importing")
    assert (job.state, job.report) == ("failed", None)


def test_a_job_that_is_not_started_because_of_a_rollback_leaves_no_trace(harbour, kind, queued):
    kind("run", lambda progress: None)
    with transaction.atomic():
        start_job("run", title="Running")
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert not task_backends["default"].results
