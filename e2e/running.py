"""A real site on a free port of this machine, with the demo in it, for as long as a block lasts."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "harbour-lights-1848"
LYCEUM = [sys.executable, "-m", "lyceum.config"]


@dataclass(frozen=True)
class RunningSite:
    """Where the site answers, where its home is, and its administration."""

    url: str
    home: Path
    environment: dict[str, str]

    def lyceum(self, *words: str) -> str:
        return subprocess.run(
            [*LYCEUM, *words], env=self.environment, check=True, capture_output=True, text=True
        ).stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_site(home: Path, *, demo: bool = True) -> Iterator[RunningSite]:
    """Migrate, collect static files, write the demo, serve; end everything with the block."""
    port = free_port()
    environment = os.environ | {
        "LYCEUM_HOME": str(home),
        "DATABASE_URL": "",
        "LYCEUM_LOG_LEVEL": "ERROR",
        "LYCEUM_WORKERS": "1",
    }
    site = RunningSite(f"http://localhost:{port}", home, environment)
    site.lyceum("migrate", "-v", "0")
    site.lyceum("collectstatic", "--noinput", "-v", "0")
    if demo:
        site.lyceum("demo")
    process = subprocess.Popen([*LYCEUM, "serve", "--port", str(port)], env=environment)
    try:
        wait_for(f"{site.url}/healthz", process)
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_for(url: str, process: subprocess.Popen) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("The site did not answer within a minute.")
