"""Imports in the background: progress, cancelling, a report, and a dying worker."""

import io
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from lyceum.core.courses.models import Course, Item
from lyceum.interop.cartridge.actions import (
    import_again,
    import_kept_package,
    start_import,
)
from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.kernel.files import StoredFile, keep_file
from lyceum.kernel.jobs import Job, JobCancelled, Progress


def start(workshop, by, page="<p>Ebb</p>", **how):
    return start_import(workshop.one_page(page), name="tides.imscc", by=by, **how)


def test_a_job_imports_the_package_and_ends_in_its_report(cast, workshop):
    job = start(workshop, cast.kofi)
    job.refresh_from_db()
    assert (job.state, job.percentage) == (Job.State.DONE, 100)
    course = Course.objects.get(pk=job.report["course_id"])
    assert course.title == "Tides"
    assert job.report["counts"]["imported"] == {"module": 1, "page": 1}
    assert not StoredFile.objects.filter(name="tides.imscc").exists()


def test_a_dry_run_keeps_the_package_for_the_real_run(cast, workshop):
    dry = start(workshop, cast.kofi, dry_run=True)
    dry.refresh_from_db()
    assert dry.report["dry_run"] is True
    assert not Course.objects.filter(title="Tides").exists()
    real = import_again(dry, by=cast.kofi)
    real.refresh_from_db()
    assert Course.objects.filter(pk=real.report["course_id"]).exists()
    assert real.report["counts"] == dry.report["counts"]
    with pytest.raises(CartridgeRefused, match="Choose the file again"):
        import_again(dry, by=cast.kofi)


def test_only_an_administrator_finishes_what_somebody_else_tried(cast, workshop):
    dry = start(workshop, cast.kofi, dry_run=True)
    with pytest.raises(PermissionDenied):
        import_again(dry, by=cast.chen)
    assert import_again(dry, by=cast.ruth).started_by_id == cast.ruth.pk


def test_a_refused_package_fails_the_job_with_the_sentence(cast):
    job = start_import(io.BytesIO(b"no zip"), name="tides.imscc", by=cast.kofi)
    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "The file is not a zip or tar archive.")


@pytest.mark.parametrize("ends", [CartridgeRefused, JobCancelled])
def test_a_package_that_was_refused_or_cancelled_is_forgotten(cast, workshop, ends):
    def step(done, total, note=""):
        raise ends

    kept = keep_file(workshop.one_page("<p>Ebb</p>"), name="tides.imscc")
    with pytest.raises(ends):
        import_kept_package(
            str(kept.pk),
            str(cast.kofi.pk),
            None,
            dry_run=False,
            progress=SimpleNamespace(step=step),
        )
    assert not StoredFile.objects.filter(name="tides.imscc").exists()


def test_a_dry_run_that_nothing_followed_is_forgotten_with_the_next(cast, workshop):
    start(workshop, cast.kofi, dry_run=True)
    start(workshop, cast.kofi, dry_run=True)
    assert StoredFile.objects.filter(name="tides.imscc").count() == 1


def test_a_job_cancelled_midway_leaves_nothing(cast, workshop, monkeypatch):
    def cancelled(self, done, total, note=""):
        if total and done == total:
            raise JobCancelled

    monkeypatch.setattr(Progress, "step", cancelled)
    items = Item.objects.count()
    job = start(workshop, cast.kofi)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert Item.objects.count() == items
    assert not Course.objects.filter(title="Tides").exists()


def test_a_learner_cannot_start_an_import(cast, workshop):
    with pytest.raises(PermissionDenied):
        start(workshop, cast.amina)
    with pytest.raises(PermissionDenied):
        start(workshop, cast.amina, into=cast.course)
    assert not StoredFile.objects.filter(name="tides.imscc").exists()
