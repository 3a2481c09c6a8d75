"""The engine `lyceum.kernel.sqlite`: durable and patient unless the settings say otherwise."""

from typing import TYPE_CHECKING, Any

from django.db.backends.sqlite3 import base

from lyceum.kernel.sqlite import LIMIT_COLUMN, LIMIT_VARIABLE_NUMBER

TIMEOUT = 20
TRANSACTION_MODE = "IMMEDIATE"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA wal_autocheckpoint=1000",
)
LIMITS = {LIMIT_COLUMN: 2_000, LIMIT_VARIABLE_NUMBER: 32_766}


if TYPE_CHECKING:
    from sqlite3 import Connection as BaseConnection
else:
    BaseConnection = base.Database.Connection


class Connection(BaseConnection):
    """A connection that tells its limits, which the bundled module cannot be asked for."""

    def getlimit(self, category: int, /) -> int:
        """Return SQLite's own default, which holds since 3.32."""
        return LIMITS[category]


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's wrapper with our options as the defaults."""

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        params.setdefault("timeout", TIMEOUT)
        params.setdefault("factory", Connection)
        if "transaction_mode" not in self.settings_dict["OPTIONS"]:
            self.transaction_mode = TRANSACTION_MODE
        given: list[str] = self.init_commands  # type: ignore[has-type]
        self.init_commands = [*PRAGMAS, *given]
        return params
