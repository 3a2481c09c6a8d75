"""Files as HTTP answers in which nothing can act in the site's name (SECURITY 38, 61, 63)."""

import re
from collections.abc import Iterator
from typing import IO

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.utils.http import content_disposition_header, parse_etags, quote_etag

from lyceum.kernel.files.media_types import INLINE
from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.files.names import safe_name
from lyceum.kernel.files.reading import open_file

CHUNK = 65_536
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
SANDBOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src 'self' data:; media-src 'self'; frame-ancestors 'self'"
)
CACHE = "private, max-age=31536000, immutable"


def file_response(
    file: StoredFile, *, inline: bool, request: HttpRequest | None = None
) -> HttpResponseBase:
    """Return the file, sandboxed, under its server-chosen type.

    It is shown in place only where `inline` and its type is one that is safe so; else offered for
    download. With `request`, conditions (`If-None-Match`) and one `Range` are answered.
    """
    etag = quote_etag(file.sha256)
    headers = request.headers if request else {}
    if etag in parse_etags(headers.get("If-None-Match", "")):
        return _dressed(HttpResponseNotModified(), file, inline, etag)
    wanted = headers.get("Range", "") if headers.get("If-Range", etag) == etag else ""
    span = _span(wanted, file.size)
    if span is None:
        response: HttpResponseBase = FileResponse(open_file(file))
        response.headers["Content-Length"] = str(file.size)
    elif span.start >= span.stop:
        response = HttpResponse(status=416)
        response.headers["Content-Range"] = f"bytes */{file.size}"
    else:
        response = _part(file, span)
    return _dressed(response, file, inline, etag)


def _span(header: str, size: int) -> range | None:
    """Return the asked bytes (RFC 9110 §14.1.2), an empty range where there are none such."""
    found = RANGE.fullmatch(header.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    return range(int(first), min(int(last) + 1 if last else size, size))


def _part(file: StoredFile, span: range) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_pieces(open_file(file), span), status=206)
    response.headers["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{file.size}"
    response.headers["Content-Length"] = str(len(span))
    return response


def _pieces(stream: IO[bytes], span: range) -> Iterator[bytes]:
    with stream:
        stream.seek(span.start)
        left = len(span)
        while left and (piece := stream.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece


def _dressed(
    response: HttpResponseBase, file: StoredFile, inline: bool, etag: str
) -> HttpResponseBase:
    in_place = inline and (
        file.media_type in INLINE or file.media_type.startswith(("audio/", "video/"))
    )
    media_type = file.media_type
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    disposition = content_disposition_header(not in_place, safe_name(file.name)) or "attachment"
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = disposition
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = CACHE
    response.headers["ETag"] = etag
    response.headers["Accept-Ranges"] = "bytes"
    return response
