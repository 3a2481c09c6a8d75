"""Zip files: the index is counted before it is parsed, and checked before anything is read."""

import stat
import struct
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from lyceum.kernel.archives.archive import Archive
from lyceum.kernel.archives.limits import (
    ArchiveRefused,
    Entry,
    Limits,
    check_entries,
    clean_name,
    damaged,
    refuse_link,
    too_many,
)

END = struct.Struct("<4s4H2LH")
END64_SIZE, LOCATOR_SIZE, MAX_COMMENT = 56, 20, 65_535
RECORD_SIZE, RECORD_ROOM = 46, 2048
LOCAL_SIZE = 30
ENCRYPTED = 0x1
UTF8 = 0x800
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def open_zip(stream: BinaryIO, limits: Limits) -> Archive:
    """Return the zip file in `stream`; raises `ArchiveRefused`."""
    _refuse_crowd(stream, limits)
    try:
        source = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise damaged(error) from error
    infos = source.infolist()
    if len(infos) > limits.entries:
        raise too_many(limits)
    by_name: dict[str, zipfile.ZipInfo] = {}
    entries = check_entries(_entries(infos, by_name, limits), limits)
    _refuse_overlap(infos, source.start_dir)
    return Archive(entries, lambda name: _opened(source, by_name[name]))


def _opened(source: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast(BinaryIO, source.open(info))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise damaged(error) from error


def _entries(
    infos: list[zipfile.ZipInfo], by_name: dict[str, zipfile.ZipInfo], limits: Limits
) -> Iterator[Entry]:
    for info in infos:
        name = clean_name(info.orig_filename, limits)
        clean_name(info.filename, limits)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
            refuse_link(name)
        if info.flag_bits & ENCRYPTED:
            sentence = _("The archive is protected by a password; save it without one.")
            raise ArchiveRefused("encrypted", sentence)
        if info.compress_type not in METHODS:
            sentence = _("The archive is packed in an unusual way; save it as an ordinary zip.")
            raise ArchiveRefused("method", sentence)
        if not info.is_dir():
            by_name[name] = info
            yield Entry(name, info.file_size, info.compress_size)


def _refuse_overlap(infos: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse entries that share bytes, by which a small file can hold endless content."""
    spans = sorted((info.header_offset, _span_end(info)) for info in infos)
    for (_start, stop), (following, _stop) in pairwise([*spans, (end, end)]):
        if stop > following:
            raise ArchiveRefused("overlap", _("The entries of the archive overlap each other."))


def _span_end(info: zipfile.ZipInfo) -> int:
    encoding = "utf-8" if info.flag_bits & UTF8 else "cp437"
    name = len(info.orig_filename.encode(encoding, "replace"))
    return info.header_offset + LOCAL_SIZE + name + info.compress_size


def _refuse_crowd(stream: BinaryIO, limits: Limits) -> None:
    """Count the index's records by hand, since parsing a million of them takes the memory."""
    start, size = _index_place(stream)
    if size > limits.entries * RECORD_ROOM:
        raise too_many(limits)
    stream.seek(start)
    index = stream.read(size)
    place = count = 0
    while index[place : place + 4] == b"PK\x01\x02" and place + RECORD_SIZE <= size:
        count += 1
        if count > limits.entries:
            raise too_many(limits)
        place += RECORD_SIZE + sum(struct.unpack_from("<3H", index, place + 28))


def _index_place(stream: BinaryIO) -> tuple[int, int]:
    """Return start and size of the index, found as `zipfile` finds them (APPNOTE 4.3.16)."""
    length = stream.seek(0, 2)
    room = min(length, END.size + MAX_COMMENT)
    stream.seek(length - room)
    tail = stream.read(room)
    plain = tail[-END.size :]
    if plain[:4] == b"PK\x05\x06" and plain[-2:] == b"\0\0":
        found = len(tail) - END.size
    else:
        found = tail.rfind(b"PK\x05\x06")
    if found < 0 or found + END.size > len(tail):
        raise damaged(_("it ends too early"))
    place = length - room + found
    size = END.unpack_from(tail, found)[5]
    start = place - size
    if place >= END64_SIZE + LOCATOR_SIZE:
        stream.seek(place - LOCATOR_SIZE)
        if stream.read(4) == b"PK\x06\x07":
            stream.seek(place - LOCATOR_SIZE - END64_SIZE)
            record = stream.read(END64_SIZE)
            if record[:4] == b"PK\x06\x06":
                size = struct.unpack_from("<Q", record, 40)[0]
                start = place - LOCATOR_SIZE - END64_SIZE - size
    if start < 0:
        raise damaged(_("its index lies outside"))
    return start, size
