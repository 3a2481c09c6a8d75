"""The one face of an opened archive."""

import io
import zipfile
import zlib
from collections.abc import Buffer, Callable
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from lyceum.kernel.archives.limits import ArchiveRefused, Entry, damaged


class Archive:
    """An archive that was found safe to read. Names use `/` and have no empty parts."""

    def __init__(self, entries: dict[str, Entry], opener: Callable[[str], BinaryIO]) -> None:
        self._entries = entries
        self._opener = opener

    def names(self) -> list[str]:
        """Return the names of all files, in the archive's order; folders are no entries."""
        return list(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def size(self, name: str) -> int:
        """Return the bytes that `name` unpacks to; raises `KeyError` for an unknown name."""
        return self._entries[name].size

    def open(self, name: str) -> BinaryIO:
        """Return `name` as a stream that can end early in `ArchiveRefused`, never late."""
        size = self._entries[name].size
        return cast(BinaryIO, io.BufferedReader(_Counted(self._opener(name), size)))

    def read(self, name: str, *, limit: int | None = None) -> bytes:
        """Return the content of `name`; raises `ArchiveRefused` when it is above `limit` bytes."""
        if limit is not None and self._entries[name].size > limit:
            sentence = _("“%(name)s” in the archive is larger than %(kb)d kB.")
            values = {"name": name[:80], "kb": limit // 1000}
            raise ArchiveRefused("too_large", sentence % values)
        with self.open(name) as stream:
            return stream.read()


class _Counted(io.RawIOBase):
    """A stream that must be exactly as long as the archive's index said."""

    def __init__(self, inner: BinaryIO, size: int) -> None:
        self._inner = inner
        self._left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        room = memoryview(buffer).cast("B")
        try:
            part = self._inner.read(len(room))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise damaged(error) from error
        if len(part) > self._left or (not part and self._left and len(room)):
            sentence = _("The archive says wrong sizes of its entries.")
            raise ArchiveRefused("size", sentence)
        self._left -= len(part)
        room[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._inner.close()
        super().close()
