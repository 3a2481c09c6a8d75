"""`bin/lyceum serve`: the site as one command, web and worker together.

It loads nothing of Django, so that the process which only watches the others stays small.
"""

import argparse
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

from lyceum.config.environment import value
from lyceum.config.supervision import Supervisor, processors, wait_until_up


def serve(arguments: list[str]) -> int:
    """Start granian and the worker, start a died one again, end both on Ctrl-C."""
    asked = _parser().parse_args(arguments)
    if not _free(asked.host, asked.port):
        sys.stderr.write(
            f"Port {asked.port} is taken. End what uses it, or choose another with --port.\n"
        )
        return 1
    supervisor = Supervisor(_commands(asked.host, asked.port))

    def stop(_number: int, _frame: FrameType | None) -> None:
        supervisor.stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    supervisor.start()
    if wait_until_up(asked.host, asked.port, supervisor.stopping):
        _say(asked.host, asked.port, asked.say)
    supervisor.watch()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lyceum serve", description=(serve.__doc__ or ""))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--say", type=Path, help="a text to print once the site answers")
    return parser


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _commands(host: str, port: int) -> dict[str, list[str]]:
    workers = value("LYCEUM_WORKERS") or processors()
    return {
        "web": [
            *(sys.executable, "-m", "granian", "--interface", "wsgi"),
            *("--host", host, "--port", str(port), "--workers", str(workers)),
            *("--blocking-threads", "2", "--no-ws", "--respawn-failed-workers"),
            *("--workers-kill-timeout", "10", "--log-level", "warning"),
            "lyceum.config.wsgi:application",
        ],
        "worker": [sys.executable, "-m", "lyceum.config", "worker"],
    }


def _say(host: str, port: int, text: Path | None) -> None:
    shown = "localhost" if host == "127.0.0.1" else host
    sys.stdout.write(f"\n  http://{shown}:{port}/\n")
    if text and text.exists():
        sys.stdout.write(text.read_text())
    sys.stdout.write("  Ctrl-C ends the site.\n")
    sys.stdout.flush()
