import io
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.test import override_settings
from PIL import Image

from lyceum.kernel import tenancy
from lyceum.kernel.files import (
    FileRefused,
    FileTooLarge,
    StoredFile,
    drop_file,
    keep_file,
    keep_image,
    open_file,
    read_file,
)
from lyceum.kernel.tenancy import UnscopedQuery

HARBOUR = UUID("01900000-0000-7000-8000-000000000001")
NORTHGATE = UUID("01900000-0000-7000-8000-000000000002")
RUTH = UUID("01900000-0000-7000-8000-000000000003")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def harbour(settings, tmp_path):
    folder = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = {**settings.STORAGES, "files": folder}
    with tenancy.using(HARBOUR):
        yield tmp_path


def kept(content=b"The Moon pulls.", name="tides.txt", **options):
    return keep_file(io.BytesIO(content), name=name, **options)


def contents_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def picture(kind="PNG"):
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(made, kind)
    return made.getvalue()


def test_a_file_is_kept_by_its_hash_under_its_tenant(harbour):
    file = kept(by_id=RUTH)
    assert (file.name, file.size, file.media_type) == ("tides.txt", 15, "text/plain")
    assert (file.tenant_id, file.created_by_id) == (HARBOUR, RUTH)
    assert file.place == f"{HARBOUR}/{file.sha256[:2]}/{file.sha256}"
    assert (harbour / file.place).read_bytes() == b"The Moon pulls."
    assert read_file(file) == b"The Moon pulls."
    with open_file(file) as stream:
        stream.seek(4)
        assert stream.read(4) == b"Moon"


def test_the_same_contents_are_written_once_for_one_tenant(harbour):
    first, second = kept(), kept(name="again.txt")
    assert first.sha256 == second.sha256
    assert len(contents_in(harbour)) == 1
    with tenancy.using(NORTHGATE):
        kept()
    assert len(contents_in(harbour)) == 2


def test_contents_that_a_crash_left_half_written_are_replaced(harbour):
    place = harbour / kept().place
    place.write_bytes(b"The Mo")
    kept()
    assert place.read_bytes() == b"The Moon pulls."


def test_contents_whose_last_row_went_before_are_written_anew(harbour):
    first = kept()
    (harbour / first.place).write_bytes(b"The Moon pullz!")
    drop_file(first)
    assert not StoredFile.objects.exists()
    assert read_file(kept()) == b"The Moon pulls."


def test_another_tenant_does_not_see_the_file():
    file = kept()
    with tenancy.using(NORTHGATE):
        assert not StoredFile.objects.filter(pk=file.pk).exists()


def test_asking_for_files_of_no_tenant_is_an_error():
    with tenancy.using(HARBOUR):
        kept()
    outside = tenancy._scope.set(None)
    try:
        with pytest.raises(UnscopedQuery):
            StoredFile.objects.count()
    finally:
        tenancy._scope.reset(outside)


def test_a_file_above_the_limit_is_refused_and_nothing_is_kept(harbour):
    with pytest.raises(FileTooLarge, match=r"tides\.txt"):
        kept(limit=10)
    assert not contents_in(harbour)
    assert not StoredFile.objects.exists()
    assert kept(limit=15).size == 15


@override_settings(FILE_QUOTA=20)
def test_security_64_one_tenants_full_quota_does_not_touch_another():
    kept()
    with pytest.raises(FileTooLarge, match="full"):
        kept(b"more than five bytes")
    with tenancy.using(NORTHGATE):
        kept()


def test_an_image_has_its_measures_and_one_that_lies_is_plain_bytes():
    image = kept(picture(), "wave.jpg")
    assert (image.media_type, image.width, image.height) == ("image/png", 40, 30)
    polyglot = kept(b"GIF89a" + b"\0" * 3, "a.gif")
    assert (polyglot.media_type, polyglot.width) == ("application/octet-stream", None)


def test_where_an_image_is_asked_for_nothing_else_is_kept(harbour):
    assert keep_image(io.BytesIO(picture("WEBP")), name="logo.webp").width == 40
    before = contents_in(harbour)
    for content in (b"<svg/>", b"plain", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(FileRefused, match="not an image"):
            keep_image(io.BytesIO(content), name="logo.png")
    assert contents_in(harbour) == before


def test_a_picture_is_kept_small_upright_and_without_what_the_camera_wrote():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "at home"
    photo = io.BytesIO()
    Image.new("RGB", (3000, 2000), "teal").save(photo, "JPEG", exif=exif)
    photo.seek(0)
    file = keep_image(photo, name="me.jpg", width=640)
    assert (file.name, file.media_type) == ("me.webp", "image/webp")
    assert (file.width, file.height) == (640, 960)
    with Image.open(io.BytesIO(read_file(file))) as image:
        assert not image.getexif()


def test_a_picture_that_would_fill_the_memory_is_refused():
    photo = io.BytesIO()
    Image.new("1", (6000, 5000)).save(photo, "PNG")
    photo.seek(0)
    with pytest.raises(FileRefused, match="24 million pixels"):
        keep_image(photo, name="wall.png")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("shell.php", b"<?php system($_GET['x']); ?>"),
        ("page.html", b"<html><script>alert(1)</script>"),
        ("image.svg", b"<svg onload='alert(1)'/>"),
        ("run.exe", b"MZ\x90\0\x03" + bytes(60)),
        (".htaccess", b"AddType application/x-httpd-php .txt"),
        ("script.js", b"alert(1)"),
    ],
)
def test_security_57_an_entry_of_any_type_is_kept_neutral(name, content, harbour):
    file = kept(content, name)
    assert file.media_type.partition(";")[0] in {
        "text/plain",
        "text/html",
        "text/javascript",
        "image/svg+xml",
        "application/octet-stream",
    }
    assert [path.name for path in contents_in(harbour)] == [file.sha256]


def test_two_uploads_at_the_same_moment_leave_one_copy(harbour, monkeypatch):
    file = kept()
    storage = type(storages["files"])
    exists = storage.exists
    answers = [False]
    monkeypatch.setattr(
        storage, "exists", lambda self, name: answers.pop() if answers else exists(self, name)
    )
    kept()
    assert contents_in(harbour) == [harbour / file.place]
