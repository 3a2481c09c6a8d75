"""Which entries of an archive can be kept at all, found before anything is written."""

import shutil
import tempfile
from typing import IO, cast

from django.conf import settings
from django.utils.translation import gettext as _

from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.kernel.archives import Archive
from lyceum.kernel.files import FileRefused, measure, used_bytes
from lyceum.kernel.files.media_types import RASTER, media_type_of
from lyceum.kernel.files.names import ending_of

HEAD = 8_192
MARKUP = {"xml", "html", "htm", "xhtml", "qti", "txt"}


def unusable_entries(archive: Archive) -> dict[str, str]:
    """Return the entries that no file can be made of, each with the reason."""
    found: dict[str, str] = {}
    for name in archive.names():
        if archive.size(name) > settings.FILE_LIMIT:
            limit = settings.FILE_LIMIT // 1_000_000
            found[name] = _("it is larger than the %(mb)d MB a file may have") % {"mb": limit}
        elif ending_of(name) not in MARKUP and (why := _no_image(archive, name)):
            found[name] = why
    return found


def refuse_without_room(archive: Archive) -> None:
    """Raise `CartridgeRefused` where the institution's room for files would be exceeded."""
    total = sum(archive.size(name) for name in archive.names())
    if used_bytes() + total > settings.FILE_QUOTA:
        raise CartridgeRefused(
            _(
                "Nothing was imported: the files of the package need more room than the "
                "institution has left. Ask an administrator for more room, or remove files."
            )
        )


def _no_image(archive: Archive, name: str) -> str:
    """Return why an entry that begins like an image cannot be one, or ""."""
    with archive.open(name) as stream:
        head = stream.read(HEAD)
        if media_type_of(head, ending_of(name)) not in RASTER:
            return ""
        with tempfile.SpooledTemporaryFile(1_000_000) as copied:
            copied.write(head)
            shutil.copyfileobj(stream, copied)
            try:
                measure(cast(IO[bytes], copied))
            except FileRefused as refusal:
                return str(refusal)
    return ""
