"""`keep_file`: from a stream to a row and contents by hash."""

import hashlib
import tempfile
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.db.models import Sum

from lyceum.kernel import tenancy
from lyceum.kernel.files.images import measure, shrunk
from lyceum.kernel.files.media_types import RASTER, UNKNOWN, media_type_of
from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.files.names import ending_of, safe_name
from lyceum.kernel.files.refusals import quota_reached, too_large

CHUNK = 262_144
HEAD = 8_192


def keep_file(
    stream: IO[bytes], *, name: str, by_id: UUID | None = None, limit: int | None = None
) -> StoredFile:
    """Keep what `stream` holds for the tenant in use, and return its row.

    Raises `FileTooLarge` above `limit` bytes (default: the setting) or the tenant's quota, and
    `FileRefused` for an image that could not be shown. Contents that are kept already are not
    written again. The media type comes from the contents, never from the sender.
    """
    return _kept(stream, safe_name(name), by_id, limit or settings.FILE_LIMIT)


def prepare_file(stream: IO[bytes], *, name: str, by_id: UUID | None = None) -> StoredFile:
    """Write the contents and return the row unsaved, for who saves many rows in one transaction.

    The caller has seen to it that there is room for all of them (`used_bytes`). Contents whose row
    is never saved are harmless: the next file with that hash takes them over.
    """
    room = settings.FILE_LIMIT
    return _prepared(stream, safe_name(name), by_id, settings.FILE_LIMIT, room)


def keep_image(
    stream: IO[bytes],
    *,
    name: str,
    by_id: UUID | None = None,
    limit: int = 20_000_000,
    width: int = 800,
) -> StoredFile:
    """Keep an image that the site itself shows: drawn anew, at most `width` pixels wide, as WebP.

    What a camera wrote beside the picture (where, when, by whom) is not kept. Raises `FileTooLarge`
    above `limit` bytes and `FileRefused` for anything that is no image.
    """
    with tempfile.SpooledTemporaryFile(1_000_000) as given:
        _copied(stream, given, name, min(limit, settings.FILE_LIMIT))
        small = shrunk(given, name, width=width)
    name = safe_name(f"{name.rpartition('.')[0] or name}.webp")
    return _kept(small, name, by_id, settings.FILE_LIMIT)


def _kept(stream: IO[bytes], name: str, by_id: UUID | None, limit: int) -> StoredFile:
    room = settings.FILE_QUOTA - used_bytes()
    file = _prepared(stream, name, by_id, limit, room)
    file.save(force_insert=True)
    return file


def _prepared(
    stream: IO[bytes], name: str, by_id: UUID | None, limit: int, room: int
) -> StoredFile:
    with tempfile.SpooledTemporaryFile(1_000_000) as contents:
        size, sha256 = _copied(stream, contents, name, limit)
        file = StoredFile(name=name, size=size, sha256=sha256, created_by_id=by_id)
        _describe(file, contents)
        if size > room:
            raise quota_reached()
        _store(storages["files"], file, contents)
    return file


def used_bytes() -> int:
    """Return the bytes that all files of the tenant in use take."""
    return int(StoredFile.objects.aggregate(sum=Sum("size"))["sum"] or 0)


def _copied(stream: IO[bytes], contents: IO[bytes], name: str, limit: int) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    while part := stream.read(CHUNK):
        size += len(part)
        if size > limit:
            raise too_large(name, limit)
        digest.update(part)
        contents.write(part)
    return size, digest.hexdigest()


def _describe(file: StoredFile, contents: IO[bytes]) -> None:
    """Set type and measures; what says it is an image and is none becomes plain bytes."""
    contents.seek(0)
    file.media_type = media_type_of(contents.read(HEAD), ending_of(file.name))
    if file.media_type in RASTER:
        measures = measure(contents)
        if measures:
            file.width, file.height = measures
        else:
            file.media_type = UNKNOWN


def _store(storage: Storage, file: StoredFile, contents: IO[bytes]) -> None:
    """Write the contents, unless another row holds them already.

    Contents without a row are written anew: a crash may have cut them, or a sweep be near.
    """
    place = file.place
    if storage.exists(place):
        shared = StoredFile.objects.filter(sha256=file.sha256).exists()
        if shared and storage.size(place) == file.size:
            return
        storage.delete(place)
    contents.seek(0)
    saved = storage.save(place, File(contents))
    if saved != place:
        storage.delete(saved)


def drop_file(file: StoredFile) -> None:
    """Forget the row. `sweep_files` later removes contents that no row holds, after the commit."""
    with tenancy.using(file.tenant_id):
        file.delete()
