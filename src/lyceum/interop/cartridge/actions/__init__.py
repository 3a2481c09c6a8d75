"""All that imports packages."""

from lyceum.interop.cartridge.actions.importing import ImportOutcome, import_cartridge
from lyceum.interop.cartridge.actions.starting import (
    JOB_KIND,
    import_again,
    import_kept_package,
    start_import,
)

__all__ = [
    "JOB_KIND",
    "ImportOutcome",
    "import_again",
    "import_cartridge",
    "import_kept_package",
    "start_import",
]
