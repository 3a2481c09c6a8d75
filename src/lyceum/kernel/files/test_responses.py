import io
from email.message import Message
from urllib.parse import unquote
from uuid import UUID

import pytest
from django.test import RequestFactory

from lyceum.kernel import tenancy
from lyceum.kernel.files import file_response, keep_file

HARBOUR = UUID("01900000-0000-7000-8000-000000000001")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NAMES = [
    "x.pht",
    ".htaccess",
    "x.png%00.html.txt",
    "a\u202egpj.exe",
    "a\r\nX-Own: 1.txt",
    "a\0b.txt",
]
NAMES += ['quo"te\\.txt', "café 海洋.pdf", "a;filename=b.txt", "\u2028.txt"]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def harbour(settings, tmp_path):
    folder = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = {**settings.STORAGES, "files": folder}
    with tenancy.using(HARBOUR):
        yield


def answered(content, name="tides.txt", *, inline=True, **headers):
    file = keep_file(io.BytesIO(content), name=name)
    request = RequestFactory().get("/files/x", headers=headers)
    return file_response(file, inline=inline, request=request)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_text_is_shown_in_place_in_a_sandbox():
    response = answered(b"The Moon pulls.")
    assert body(response) == b"The Moon pulls."
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="tides.txt"'
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"].startswith("private")
    assert response["Content-Length"] == "15"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SVG, "wave.png"),
        (SVG, "wave.svg"),
        (b"<!doctype html><script>alert(1)</script>", "wave.png"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "wave.png"),
        (b"<a/>", "wave.xml"),
        (b"alert(1)", "wave.js"),
        (b"GIF89a=1;alert(1)", "wave.gif"),
    ],
)
def test_security_38_what_could_run_is_offered_for_download_in_a_sandbox(content, name):
    response = answered(content, name)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].startswith("sandbox;")
    assert "allow-scripts" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response["Content-Type"].startswith("image/png")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("inline", [True, False])
def test_security_61_any_name_gives_one_well_formed_header(name, inline):
    response = answered(b"words", name, inline=inline)
    header = response["Content-Disposition"]
    assert header.isascii()
    assert header.isprintable()
    assert "X-Own" not in response.headers
    parsed = Message()
    parsed["Content-Disposition"] = header
    assert parsed.get_content_disposition() == ("inline" if inline else "attachment")
    told = unquote(parsed.get_filename() or "")
    assert told
    assert not set(told) & set("\r\n\0\u202e/")


def test_a_file_is_offered_for_download_when_asked():
    assert answered(b"words", inline=False)["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=4-", 206, b"456789", "bytes 4-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=-200", 206, b"0123456789", "bytes 0-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=0-1,3-4", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_one_range_of_a_file_is_served(asked, status, part, told):
    response = answered(b"0123456789", Range=asked)
    assert response.status_code == status
    assert body(response) == part
    assert response.headers.get("Content-Range") == told
    assert response["Content-Security-Policy"].startswith("sandbox;")


def test_a_file_that_the_browser_has_is_not_sent_again():
    etag = answered(b"words")["ETag"]
    again = answered(b"words", **{"If-None-Match": etag})
    assert (again.status_code, body(again)) == (304, b"")
    assert again["X-Content-Type-Options"] == "nosniff"


def test_a_range_of_an_older_file_gives_the_whole_new_one():
    response = answered(b"0123456789", Range="bytes=0-3", **{"If-Range": '"old"'})
    assert (response.status_code, body(response)) == (200, b"0123456789")
