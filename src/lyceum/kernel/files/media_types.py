"""What a file is, judged by its contents; its name only refines within what they allow."""

import re

import puremagic

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"

# Shown in place, in a sandbox; everything else is offered for download.
INLINE = {
    "application/pdf",
    "image/avif",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
    "text/plain",
    "text/vtt",
}
RASTER = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"wOF2", "font/woff2"),
)
RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}

OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
REFINED: dict[str, dict[str, str]] = {
    "application/zip": {
        "docx": f"{OFFICE}.wordprocessingml.document",
        "xlsx": f"{OFFICE}.spreadsheetml.sheet",
        "pptx": f"{OFFICE}.presentationml.presentation",
        "odt": f"{OPEN_DOCUMENT}.text",
        "ods": f"{OPEN_DOCUMENT}.spreadsheet",
        "odp": f"{OPEN_DOCUMENT}.presentation",
        "epub": "application/epub+zip",
    },
    "audio/ogg": {"ogv": "video/ogg"},
    "video/webm": {"weba": "audio/webm", "mka": "audio/x-matroska", "mkv": "video/x-matroska"},
    TEXT: {
        "css": "text/css",
        "csv": "text/csv",
        "htm": "text/html",
        "html": "text/html",
        "ics": "text/calendar",
        "js": "text/javascript",
        "json": "application/json",
        "md": "text/markdown",
        "mjs": "text/javascript",
        "vtt": "text/vtt",
        "xhtml": "application/xhtml+xml",
        "xml": "application/xml",
    },
}
MARKUP = re.compile(r"(?is)^(?:\s|<\?.*?\?>|<!--.*?-->)*+<(!doctype\s+)?([a-z][a-z0-9:]*)")
MARKUP_TYPES = {"svg": "image/svg+xml", "html": "text/html", "script": "text/html"}
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8"))


def media_type_of(head: bytes, ending: str) -> str:
    """Return the type of a file that begins with `head`, and whose name ends in `ending`."""
    found = _by_signature(head) or _by_text(head)
    if not found and (guess := _by_catalogue(head)):
        found = guess
    return REFINED.get(found, {}).get(ending, found) if found else UNKNOWN


def _by_signature(head: bytes) -> str:
    for mark, media_type in SIGNATURES:
        if head.startswith(mark):
            return media_type
    if head[:4] == b"RIFF":
        return RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], "video/mp4")
    return ""


def _by_text(head: bytes) -> str:
    """Return the type of plain text or markup, whatever its name says; "" for other bytes."""
    encoding = next((name for mark, name in BOMS if head.startswith(mark)), "utf-8")
    if encoding != "utf-16" and CONTROLS.search(head):
        return ""
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    markup = MARKUP.match(text)
    if not markup:
        return TEXT
    return MARKUP_TYPES.get(
        markup[2].lower().split(":")[-1], TEXT if not markup[1] else "text/html"
    )


def _by_catalogue(head: bytes) -> str:
    """Ask the catalogue of signatures, and believe only types that no browser would run."""
    try:
        guess = puremagic.from_string(head, mime=True)
    except (puremagic.PureError, ValueError):
        return ""
    return guess if guess.startswith(("audio/", "video/", "application/vnd.")) else ""
