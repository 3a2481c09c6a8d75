"""The contents of a kept file."""

from typing import IO, cast

from django.core.files.storage import storages

from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.files.refusals import too_large


def open_file(file: StoredFile) -> IO[bytes]:
    """Return the contents as a stream that can seek; the caller closes it."""
    return cast(IO[bytes], storages["files"].open(file.place, "rb"))


def read_file(file: StoredFile, *, limit: int = 50_000_000) -> bytes:
    """Return the whole contents; raises `FileTooLarge` above `limit` bytes."""
    if file.size > limit:
        raise too_large(file.name, limit)
    with open_file(file) as stream:
        return stream.read()
