"""A site of its own for tests that start real processes: a database, a home, programs to run."""

import logging
import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

# The SMTP server of the tests tells every line it hears.
logging.getLogger("mail.log").setLevel(logging.WARNING)

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "kernel", verbosity=0)
call_command("migrate", "django_tasks_database", verbosity=0)
"""


class Site:
    """Programs run in processes with the real settings, on this site's database."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self.started: list[subprocess.Popen] = []
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "lyceum.config.settings",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "LYCEUM_HOME": str(home),
            "DATABASE_URL": url,
            "LYCEUM_LOG_LEVEL": "WARNING",
            "PYTHONUNBUFFERED": "1",
        }

    def start(self, *parts: str, **variables: str) -> subprocess.Popen:
        """Start a program, given in parts; its output is read through the process's `stdout`."""
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", "\n".join(parts)],
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process

    def run(self, *parts: str, **variables: str) -> str:
        """Run a program to its end and return what it printed."""
        process = self.start(*parts, **variables)
        output, _errors = process.communicate(timeout=120)
        assert process.returncode == 0
        return output

    def kill(self, process: subprocess.Popen) -> str:
        """Kill with signal 9, which no process can prepare for; return what it had printed."""
        process.send_signal(signal.SIGKILL)
        return process.communicate(timeout=30)[0]

    def read_until(self, process: subprocess.Popen, words: str, seconds: float = 60) -> None:
        """Wait for a line that begins with `words`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            line = process.stdout.readline()
            if line.startswith(words):
                return
            assert line or process.poll() is None, f"It ended before it printed “{words}”."
        raise AssertionError(f"It did not print “{words}” in {seconds} s.")


@pytest.fixture
def site(tmp_path):
    """A migrated site without web server; its processes and its database end with the test."""
    with database(tmp_path) as url:
        made = Site(tmp_path, url)
        made.run(PREPARE)
        yield made
        for process in made.started:
            if process.poll() is None:
                made.kill(process)


class database:
    """The address of a new database of the kind that the suite runs on."""

    def __init__(self, home: Path) -> None:
        self.name = f"lyceum_process_{secrets.token_hex(4)}"
        self.is_postgres = connection.vendor == "postgresql"

    def __enter__(self) -> str:
        if not self.is_postgres:
            return ""
        self.execute(f'CREATE DATABASE "{self.name}"')
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.name}").geturl()

    def __exit__(self, *_error: object) -> None:
        if self.is_postgres:
            self.execute(f'DROP DATABASE "{self.name}" WITH (FORCE)')

    def execute(self, statement: str) -> None:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(statement)
