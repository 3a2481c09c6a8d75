import io
import zipfile

import pytest

from lyceum.kernel.files.media_types import INLINE, UNKNOWN, media_type_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.mark.parametrize(
    ("head", "ending", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "html", "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "jpg", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "wav", "audio/wav"),
        (b"\0\0\0\x20ftypavif", "avif", "image/avif"),
        (b"\0\0\0\x20ftypisom", "mp4", "video/mp4"),
        (b"\0\0\0\x20ftypM4A ", "m4a", "audio/mp4"),
        (b"\x1aE\xdf\xa3" + bytes(9), "webm", "video/webm"),
        (b"OggS" + bytes(9), "ogv", "video/ogg"),
        (b"ID3\x03" + bytes(9), "mp3", "audio/mpeg"),
        (b"%PDF-1.7", "pdf", "application/pdf"),
        (b"PK\x03\x04" + bytes(30), "docx", None),
        (b"PK\x03\x04" + bytes(30), "html", "application/zip"),
        (b"plain words", "", "text/plain"),
        (b"plain words", "png", "text/plain"),
        (b"a,b\n1,2", "csv", "text/csv"),
        (b"WEBVTT\n", "vtt", "text/vtt"),
        (b"<?php echo 1; ?>", "pht", "text/plain"),
        (b"MZ\x90\0\x03" + bytes(90), "png", UNKNOWN),
        (b"", "txt", "text/plain"),
        ("tides é".encode("utf-16"), "txt", "text/plain"),
    ],
)
def test_the_contents_decide_and_the_name_refines(head, ending, media_type):
    found = media_type_of(head, ending)
    assert found == media_type if media_type else found.startswith("application/vnd.")


@pytest.mark.parametrize("ending", ["png", "jpg", "txt", "", "pdf", "vtt", "csv"])
@pytest.mark.parametrize(
    "head",
    [
        SVG,
        b"<?xml version='1.0'?><!-- a --> " + SVG,
        b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>" + SVG,
        b"\xef\xbb\xbf  " + SVG,
        SVG.decode().encode("utf-16"),
        b"<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script>",
        b"<!doctype html><p>x",
        b"<!-- a --><HTML>",
        b"<script>alert(1)</script>",
    ],
)
def test_security_38_markup_is_found_under_any_name_and_never_shown_in_place(head, ending):
    assert media_type_of(head, ending) not in INLINE


def test_a_real_archive_and_a_real_office_file_are_told_apart_by_name():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("word/document.xml", "<w/>")
    assert media_type_of(made.getvalue(), "zip") == "application/zip"
    assert media_type_of(made.getvalue(), "docx").endswith("wordprocessingml.document")


@pytest.mark.parametrize("head", [b"<!--a-->" * 1000, b"<?" * 4000, b"<!--" * 2000, b" " * 8000])
def test_odd_heads_take_no_time(head, least_cpu):
    assert least_cpu(lambda: media_type_of(head + b"<", "html")) < 0.2
