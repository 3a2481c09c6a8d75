from django.urls import reverse

from lyceum.core.people.actions import give_role
from lyceum.kernel.jobs import Job


def job_of(cast, **more):
    return Job.objects.create(
        tenant_id=cast.harbour.pk,
        kind="import-course",
        title="Import tides.imscc",
        started_by_id=cast.kofi.pk,
        **more,
    )


def url_of(job):
    return reverse("course:import_report", args=[job.pk])


def test_a_running_import_shows_how_far_it_is(cast, sign_in, django_assert_max_num_queries):
    job = job_of(cast, state="running", done=3, total=10)
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(8):
        page = client.get(url_of(job)).content.decode()
    assert 'value="30"' in page
    assert "data-refresh" in page


def test_a_fragment_holds_the_report_alone(cast, sign_in):
    job = job_of(cast, state="running", done=3, total=10)
    page = sign_in(cast.kofi).get(url_of(job), headers={"X-Fragment": "report"})
    assert b"<html" not in page.content
    assert b'value="30"' in page.content


def test_an_import_can_be_stopped(cast, sign_in):
    job = job_of(cast, state="running")
    sign_in(cast.kofi).post(url_of(job), {"cancel": 1})
    assert Job.objects.get().cancel_requested_at


def test_a_failed_import_says_why_and_that_nothing_changed(cast, sign_in):
    job = job_of(cast, state="failed", error="The package holds no manifest.")
    page = sign_in(cast.kofi).get(url_of(job)).content.decode()
    assert "holds no manifest" in page
    assert "Nothing was changed" in page


def test_a_report_names_every_part_and_escapes_it(cast, sign_in):
    line = {"what": "<b>Quiz</b>", "kind": "quiz", "why": "waits"}
    report = {"imported": [], "approximated": [line], "dropped": [], "course_id": None}
    job = job_of(cast, state="done", report=report)
    page = sign_in(cast.kofi).get(url_of(job)).content.decode()
    assert "&lt;b&gt;Quiz&lt;/b&gt;" in page


def test_an_import_is_seen_by_who_started_it_and_by_administrators(cast, sign_in):
    job = job_of(cast, state="done")
    give_role(cast.chen, "teacher", by=cast.ruth)
    for person, status in (
        (cast.ruth, 200), (cast.chen, 404), (cast.olga, 404), (cast.amina, 403)
    ):  # fmt: skip
        assert sign_in(person).get(url_of(job)).status_code == status
