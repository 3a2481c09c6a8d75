"""Child processes kept alive: a died one is started again, more slowly each time."""

import http.client
import os
import signal
import subprocess
import time
from contextlib import suppress
from threading import Event

LONGEST_PAUSE = 30.0
GRACE = 15.0


class Supervisor:
    """Runs commands by name until `stopping` is set, then ends them all."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.commands = commands
        self.stopping = Event()
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self._pauses = dict.fromkeys(commands, 0.5)
        self._due: dict[str, float] = {}

    def start(self) -> None:
        for name in self.commands:
            self._start(name)

    def _start(self, name: str) -> None:
        # A session of its own: Ctrl-C reaches this process alone, which then ends the children.
        self.running[name] = subprocess.Popen(self.commands[name], start_new_session=True)

    def watch(self) -> None:
        """Start again what dies, until `stopping` is set; then end everything in order."""
        while not self.stopping.wait(0.5):
            self.mend(time.monotonic())
        self.end()

    def mend(self, now: float) -> None:
        """Note who died and start again whose pause is over."""
        for name, process in self.running.items():
            if process.poll() is not None and name not in self._due:
                self._due[name] = now + self._pauses[name]
                self._pauses[name] = min(LONGEST_PAUSE, self._pauses[name] * 2)
        for name in [name for name, due in self._due.items() if now >= due]:
            del self._due[name]
            self._start(name)

    def end(self) -> None:
        """Ask every child to end, and insist after a while."""
        alive = [process for process in self.running.values() if process.poll() is None]
        for process in alive:
            process.terminate()
        deadline = time.monotonic() + GRACE
        for process in alive:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            _end_group(process.pid)


def _end_group(leader: int) -> None:
    """End what a child started and left behind; a child leads a process group of its own."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def wait_until_up(host: str, port: int, stopping: Event, seconds: float = 60) -> bool:
    """Return whether the site answers at /healthz before the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not stopping.wait(0.1):
        connection = http.client.HTTPConnection(host, port, timeout=2)
        try:
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            if connection.getresponse().status == http.client.OK:
                return True
        except OSError:
            continue
        finally:
            connection.close()
    return False


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
