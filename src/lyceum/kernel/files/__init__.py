"""Files that people gave: kept by hash, typed by contents, served in a sandbox."""

from lyceum.kernel.files.images import measure
from lyceum.kernel.files.keeping import (
    drop_file,
    keep_file,
    keep_image,
    prepare_file,
    used_bytes,
)
from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.files.reading import open_file, read_file
from lyceum.kernel.files.refusals import FileRefused, FileTooLarge
from lyceum.kernel.files.responses import file_response
from lyceum.kernel.files.sweeping import sweep_files

__all__ = [
    "FileRefused",
    "FileTooLarge",
    "StoredFile",
    "drop_file",
    "file_response",
    "keep_file",
    "keep_image",
    "measure",
    "open_file",
    "prepare_file",
    "read_file",
    "sweep_files",
    "used_bytes",
]
