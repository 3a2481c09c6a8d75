"""Django's SQLite backend over a SQLite that keeps its promises.

Debian's SQLite lies in the range of the WAL-reset bug, which can corrupt a database (fixed in
3.51.3). So PyPI's pysqlite3, which carries its own SQLite, takes the standard library's place
where it can be imported: Django's backend is imported here, once, under that name. The rest of the
process keeps the standard library's module.
"""

import importlib
import sys
import warnings
from types import ModuleType

BACKEND = "django.db.backends.sqlite3.base"
SAFE_SINCE = (3, 51, 3)
# What the bundled module does not know of itself: SQLite's codes for its limits.
LIMIT_COLUMN, LIMIT_VARIABLE_NUMBER = 2, 9


def load_backend() -> ModuleType:
    """Import Django's SQLite backend so that all its parts see the bundled module as `sqlite3`."""
    bundled = _bundled()
    if bundled is None or BACKEND in sys.modules:
        return importlib.import_module(BACKEND)
    stand_in = ModuleType("sqlite3", bundled.__doc__)
    stand_in.__dict__.update(
        vars(bundled),
        SQLITE_LIMIT_COLUMN=LIMIT_COLUMN,
        SQLITE_LIMIT_VARIABLE_NUMBER=LIMIT_VARIABLE_NUMBER,
    )
    hidden = {name: sys.modules.pop(name, None) for name in ("sqlite3", "sqlite3.dbapi2")}
    sys.modules.update({"sqlite3": stand_in, "sqlite3.dbapi2": bundled.dbapi2})
    try:
        return importlib.import_module(BACKEND)
    finally:
        for name, module in hidden.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module


def warn_if_unsafe(version: tuple[int, ...]) -> None:
    """Say at start when the SQLite in use is one that can lose data."""
    if version < SAFE_SINCE:
        warnings.warn(
            f"SQLite {'.'.join(map(str, version))} has the WAL-reset bug, which in rare cases "
            "corrupts a database (fixed in 3.51.3). Install pysqlite3, or use PostgreSQL.",
            RuntimeWarning,
            stacklevel=2,
        )


def _bundled() -> ModuleType | None:
    try:
        return importlib.import_module("pysqlite3")
    except ImportError:
        return None


warn_if_unsafe(load_backend().Database.sqlite_version_info)
