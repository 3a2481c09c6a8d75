"""Django's SQLite backend on a SQLite that keeps its promises, with the options that we need.

Debian's SQLite lies in the range of the WAL-reset bug that can corrupt a database (fixed in
3.51.3), so PyPI's pysqlite3, which carries its own SQLite, takes the place of the standard
library's module where it can be imported. Django's backend is imported once under that name.
"""

import importlib
import sys
import warnings
from types import ModuleType
from typing import Any

DJANGO_BACKEND = "django.db.backends.sqlite3"
SAFE_SINCE = (3, 51, 3)
OPTIONS = {"transaction_mode": "IMMEDIATE", "timeout": 20}
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA wal_autocheckpoint=1000",
)
# The bundled module cannot be asked for its limits; these are SQLite's own defaults since 3.32.
MAX_VARIABLES = 32_766
MAX_COLUMNS = 2_000


def _bundled() -> ModuleType | None:
    try:
        return importlib.import_module("pysqlite3")
    except ImportError:
        return None


def _import_backend() -> ModuleType:
    """Import Django's backend so that every part of it sees the bundled module as `sqlite3`."""
    name = f"{DJANGO_BACKEND}.base"
    bundled = _bundled()
    if bundled is None or name in sys.modules:
        return importlib.import_module(name)
    stand_ins = {"sqlite3": bundled, "sqlite3.dbapi2": bundled.dbapi2}
    hidden = {key: sys.modules.pop(key, None) for key in stand_ins}
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module(name)
    finally:
        for key, module in hidden.items():
            sys.modules.pop(key)
            if module is not None:
                sys.modules[key] = module


def warn_if_unsafe(version: tuple[int, int, int]) -> None:
    """Say once, at start, when the SQLite in use is one that can lose data."""
    if version < SAFE_SINCE:
        warnings.warn(
            f"SQLite {'.'.join(map(str, version))} has the WAL-reset bug, which can corrupt the "
            "database in rare cases (fixed in 3.51.3). Install pysqlite3, or use PostgreSQL.",
            RuntimeWarning,
            stacklevel=2,
        )


django_base: Any = _import_backend()
warn_if_unsafe(django_base.Database.sqlite_version_info)


class DatabaseFeatures(django_base.DatabaseFeatures):  # type: ignore[name-defined]
    """Limits that the bundled module does not tell."""

    @property
    def max_query_params(self) -> int:
        return MAX_VARIABLES


class DatabaseOperations(django_base.DatabaseOperations):  # type: ignore[name-defined]
    """Batches that keep within those limits."""

    def bulk_batch_size(self, fields: list[Any], objs: list[Any]) -> int:
        return min(len(objs), MAX_VARIABLES // max(1, len(fields))) or 1


class DatabaseWrapper(django_base.DatabaseWrapper):  # type: ignore[name-defined]
    """A connection whose options are durable and patient unless the settings say otherwise."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        given = self.settings_dict["OPTIONS"]
        params.setdefault("timeout", OPTIONS["timeout"])
        if "transaction_mode" not in given:
            self.transaction_mode = OPTIONS["transaction_mode"]
        self.init_commands = [*PRAGMAS, *self.init_commands]
        return params
