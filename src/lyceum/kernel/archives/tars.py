"""Tar files, plain and gzipped: headers are walked once with bounds, then entries are slices."""

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from lyceum.kernel.archives.archive import Archive
from lyceum.kernel.archives.limits import (
    Entry,
    Limits,
    check_entries,
    clean_name,
    damaged,
    refuse_link,
    too_dense,
    too_large,
    too_many,
)

CHUNK = 262_144
HEADER_ROOM = 65_536
BLOCKS_PER_ENTRY = 4 * 512


def open_gzip(stream: BinaryIO, unpacked: BinaryIO, limits: Limits) -> Archive:
    """Return the tar.gz in `stream`, its tar being put into the nameless file `unpacked`."""
    total = 0
    with gzip.GzipFile(fileobj=stream, mode="rb") as source:
        while part := _next_part(source):
            total += len(part)
            if total > limits.total + limits.entries * BLOCKS_PER_ENTRY:
                raise too_large(limits)
            if total > max(limits.free, limits.ratio * stream.tell()):
                raise too_dense()
            unpacked.write(part)
    return open_tar(unpacked, limits)


def _next_part(source: gzip.GzipFile) -> bytes:
    try:
        return source.read(CHUNK)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise damaged(error) from error


def open_tar(stream: BinaryIO, limits: Limits) -> Archive:
    """Return the plain tar in `stream`; raises `ArchiveRefused`."""
    length = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    places: dict[str, int] = {}
    entries = check_entries(_entries(stream, places, length, limits), limits)
    return Archive(
        entries,
        lambda name: cast(BinaryIO, _Slice(stream, places[name], entries[name].size)),
    )


def _entries(
    stream: BinaryIO, places: dict[str, int], length: int, limits: Limits
) -> Iterator[Entry]:
    for count, member in enumerate(_members(stream), start=1):
        if count > limits.entries:
            raise too_many(limits)
        name = clean_name(member.name, limits)
        if member.isdir():
            continue
        if member.type not in {tarfile.REGTYPE, tarfile.AREGTYPE} or member.issparse():
            refuse_link(name)
        if member.size < 0 or member.offset_data + member.size > length:
            raise damaged()
        places[name] = member.offset_data
        yield Entry(name, member.size, member.size)


def _members(stream: BinaryIO) -> Iterator[tarfile.TarInfo]:
    try:
        with tarfile.open(fileobj=cast(BinaryIO, _Headers(stream)), mode="r:") as source:
            while member := source.next():
                yield member
            stream.seek(source.offset)
            if stream.read(tarfile.BLOCKSIZE).strip(b"\0"):
                raise tarfile.ReadError("broken header")
    except (tarfile.TarError, OSError, OverflowError, RecursionError, ValueError) as error:
        raise damaged(error) from error


class _Headers:
    """The stream as the header walk sees it: a header that claims megabytes is not read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= HEADER_ROOM:
            raise tarfile.ReadError("header too large")
        return self._stream.read(size)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._stream.seek(place, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Slice(io.RawIOBase):
    """A part of the stream, read without disturbing other slices."""

    def __init__(self, stream: BinaryIO, place: int, size: int) -> None:
        self._stream = stream
        self._place = place
        self._end = place + size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        left = self._end - self._place
        self._stream.seek(self._place)
        part = self._stream.read(left if size < 0 else min(size, left))
        self._place += len(part)
        return part
