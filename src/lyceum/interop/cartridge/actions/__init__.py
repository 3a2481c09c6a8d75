"""All that imports packages."""

from lyceum.interop.cartridge.actions.importing import ImportOutcome, import_cartridge
from lyceum.interop.cartridge.actions.jobs import (
    import_kept_package,
    start_import,
    start_import_after_dry_run,
)

__all__ = [
    "ImportOutcome",
    "import_cartridge",
    "import_kept_package",
    "start_import",
    "start_import_after_dry_run",
]
