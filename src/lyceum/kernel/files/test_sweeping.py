import io
import os
from datetime import timedelta
from uuid import UUID

import pytest

from lyceum.kernel import clock, tenancy
from lyceum.kernel.files import drop_file, keep_file, read_file, sweep_files

HARBOUR = UUID("01900000-0000-7000-8000-000000000001")
NORTHGATE = UUID("01900000-0000-7000-8000-000000000002")

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    storage = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "files"},
    }
    settings.STORAGES = {**settings.STORAGES, "files": storage}
    return tmp_path / "files"


def kept(tenant, content=b"The Moon pulls."):
    with tenancy.using(tenant):
        return keep_file(io.BytesIO(content), name="tides.txt")


def grow_old(folder):
    before = (clock.now() - timedelta(days=2)).timestamp()
    for path in folder.rglob("*"):
        os.utime(path, (before, before))


def test_contents_go_with_the_last_row_that_held_them(folder):
    first, second, other = kept(HARBOUR), kept(HARBOUR), kept(NORTHGATE)
    grow_old(folder)
    drop_file(first)
    assert sweep_files() == 0
    drop_file(second)
    assert sweep_files() == 1
    assert not (folder / second.place).exists()
    assert read_file(other) == b"The Moon pulls."


def test_what_was_written_today_may_belong_to_a_row_that_is_not_committed_yet(folder):
    drop_file(kept(HARBOUR))
    assert sweep_files() == 0
    grow_old(folder)
    assert sweep_files() == 1


def test_a_folder_that_is_no_tenants_is_left_alone(folder):
    assert sweep_files() == 0
    (folder / "lost+found" / "ab").mkdir(parents=True)
    (folder / "lost+found" / "ab" / "x").write_text("x")
    grow_old(folder)
    assert sweep_files() == 0
