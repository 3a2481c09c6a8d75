"""What an item can be. Built-in kinds register here first; a plugin adds one by the same door."""

from lyceum.core.courses.kinds.file import FileKind
from lyceum.core.courses.kinds.link import LinkKind
from lyceum.core.courses.kinds.page import PageKind
from lyceum.core.courses.kinds.protocol import ITEM_KINDS, Exported, ItemKind
from lyceum.core.courses.kinds.unconverted import UnconvertedKind

for _kind in (PageKind(), FileKind(), LinkKind(), UnconvertedKind()):
    ITEM_KINDS.register(_kind.name, _kind)

__all__ = ["ITEM_KINDS", "Exported", "ItemKind"]
