"""Zip, tar and tar.gz from outside, judged whole before anything is read (SECURITY 55, 56).

Nothing is ever written to disk under a name of the archive's own: entries are read one by one.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from lyceum.kernel.archives.archive import Archive
from lyceum.kernel.archives.limits import ArchiveRefused, Limits
from lyceum.kernel.archives.tars import open_gzip, open_tar
from lyceum.kernel.archives.zips import open_zip

__all__ = ["Archive", "ArchiveRefused", "Limits", "open_archive"]

DEFAULT = Limits()
ROOM = 8_000_000
TAR_MARK = slice(257, 262)


@contextmanager
def open_archive(stream: BinaryIO, *, limits: Limits = DEFAULT) -> Iterator[Archive]:
    """Give the archive in `stream`, whatever its kind; raises `ArchiveRefused` with a sentence.

    The stream is not closed. An archive inside the archive is an entry like any other.
    """
    with tempfile.SpooledTemporaryFile(ROOM) as copied, tempfile.SpooledTemporaryFile(ROOM) as room:
        unpacked = cast(BinaryIO, room)
        if not stream.seekable():
            shutil.copyfileobj(stream, copied)
            stream = cast(BinaryIO, copied)
        stream.seek(0)
        head = stream.read(512)
        stream.seek(0)
        if not head:
            raise ArchiveRefused("empty", _("The file is empty."))
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            yield open_zip(stream, limits)
        elif head.startswith(b"\x1f\x8b"):
            yield open_gzip(stream, unpacked, limits)
        elif head[TAR_MARK] == b"ustar":
            yield open_tar(stream, limits)
        else:
            raise ArchiveRefused("not_archive", _("The file is not a zip or tar archive."))
