from collections import namedtuple
from datetime import timedelta

import pytest
from django.db import OperationalError

from lyceum.kernel import clock, health
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.ids import uuid7
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.kernel.worker.chores import beat, fall_silent

pytestmark = pytest.mark.django_db


def checks():
    return {check.name: check for check in health.ready()}


def test_a_site_without_worker_can_serve_and_says_what_waits():
    found = checks()
    assert not found["worker"].ok
    assert "bin/lyceum worker" in found["worker"].sentence
    assert health.can_serve(list(found.values()))


def test_a_worker_is_seen_for_a_minute_and_not_after_it_ended():
    beat("amina:1")
    assert checks()["worker"].ok
    with clock.freeze(clock.now() + timedelta(seconds=61)):
        assert not checks()["worker"].ok
    fall_silent("amina:1")
    assert not checks()["worker"].ok


def test_everything_is_well_on_a_whole_site():
    beat("amina:1")
    assert all(check.ok for check in health.ready())
    assert health.live()


def test_a_database_that_does_not_answer_is_the_only_news(monkeypatch):
    def fail():
        raise OperationalError("gone")

    monkeypatch.setattr(health, "_database", fail)
    (only,) = health.ready()
    assert (only.name, only.ok, only.sentence) == (
        "database",
        False,
        "It does not answer: OperationalError.",
    )
    assert not health.can_serve([only])


def test_a_missing_migration_is_told_with_the_command(monkeypatch):
    monkeypatch.setattr(health, "_migrated", set())
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: [1])
    assert "bin/lyceum migrate" in checks()["migrations"].sentence
    assert not health.can_serve(health.ready())


def test_files_that_cannot_be_written_are_told(settings, tmp_path):
    (tmp_path / "taken").write_text("no folder")
    settings.STORAGES = {
        **settings.STORAGES,
        "files": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "taken" / "files"},
        },
    }
    found = checks()["files"]
    assert not found.ok
    assert "cannot be written" in found.sentence


def test_a_full_disk_is_told_before_saving_fails(monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _path: usage(10, 10, 7_000_000))
    assert checks()["disk"].sentence.startswith("Only 7 MB")


def test_events_and_mail_that_were_given_up_are_seen():
    OutboxEvent.objects.create(tenant_id=uuid7(), name="x", payload="{}", parked_at=clock.now())
    OutgoingMail.objects.create(to="a@b.c", subject="x", text="x", given_up_at=clock.now())
    found = checks()
    assert found["events"].sentence.startswith("1 event could not")
    assert found["mail"].sentence.startswith("1 mail was refused")
    assert health.can_serve(list(found.values()))


def test_mail_that_waits_for_a_broken_server_is_seen():
    OutgoingMail.objects.create(to="a@b.c", subject="x", text="x", last_error="refused")
    assert "refused" in checks()["mail"].sentence
