"""The source of something unconverted, as one file: itself, or a zip of all its parts."""

import io
import zipfile
from typing import IO

from lyceum.interop.cartridge.contents import ReadUnconverted
from lyceum.interop.cartridge.package import Package

EPOCH = (1980, 1, 1, 0, 0, 0)
LIMIT = 50_000_000


def source_of(item: ReadUnconverted, package: Package) -> tuple[str, IO[bytes]] | None:
    """Return name and contents of the item's source, or None where it has none.

    The same parts always make the same bytes, so that importing twice keeps them once.
    """
    if not item.paths:
        return (f"{item.type}.xml", io.BytesIO(item.fragment)) if item.fragment else None
    if len(item.paths) == 1 and not item.fragment:
        (path,) = item.paths
        return path.rsplit("/", 1)[-1], package.open(path)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        if item.fragment:
            target.writestr(zipfile.ZipInfo(f"{item.type}.xml", EPOCH), item.fragment)
        for path in item.paths:
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, package.read(path, limit=LIMIT))
    packed.seek(0)
    return f"{item.type}.zip", packed
