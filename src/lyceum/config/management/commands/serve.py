"""`bin/lyceum serve`: the site as one command, web and worker together."""

import signal
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lyceum.config.environment import value
from lyceum.config.supervision import Supervisor, processors, wait_until_up


class Command(BaseCommand):
    """Starts granian and the worker, starts a died one again, and ends both on Ctrl-C."""

    help = "Serve the site: web and worker under one command; Ctrl-C ends both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--say", type=Path, help="a text to print once the site answers")

    def handle(self, *, host: str, port: int, say: Path | None, **_options: Any) -> None:
        _insist_free(host, port)
        workers = value("LYCEUM_WORKERS") or processors()
        web = [
            *("-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
            *("--workers", str(workers), "--blocking-threads", "2", "--no-ws"),
            *("--respawn-failed-workers", "--log-level", "warning"),
            "lyceum.config.wsgi:application",
        ]
        supervisor = Supervisor(
            {
                "web": [sys.executable, *web],
                "worker": [sys.executable, "-m", "lyceum.config", "worker"],
            }
        )

        def stop(_number: int, _frame: FrameType | None) -> None:
            supervisor.stopping.set()

        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
        supervisor.start()
        if wait_until_up(host, port, supervisor.stopping):
            self.stdout.write(f"\n  http://{_shown(host)}:{port}/\n")
            if say and say.exists():
                self.stdout.write(say.read_text())
            self.stdout.write("  Ctrl-C ends the site.\n")
            self.stdout.flush()
        supervisor.watch()


def _insist_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken. End what uses it, or choose another with --port."
            ) from error


def _shown(host: str) -> str:
    return "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host
