"""A thread that does one thing over and over, quickly while there is much, rarely while not."""

import threading
from collections.abc import Callable

import structlog
from django.db import connections

LONGEST_WAIT = 60.0
log = structlog.get_logger("lyceum.worker")


class Loop(threading.Thread):
    """Calls `work`, which returns whether it found something to do, until `stop` is set."""

    def __init__(
        self,
        name: str,
        work: Callable[[], object],
        stop: threading.Event,
        *,
        busy: float = 0.05,
        idle: float = 1.0,
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.work, self.stop, self.busy, self.idle = work, stop, busy, idle
        self._wait = busy
        self._failures = 0

    def run(self) -> None:
        try:
            while not self.stop.is_set():
                self.turn()
                self.stop.wait(self._wait)
        finally:
            connections.close_all()

    def turn(self) -> None:
        """Work once and choose how long to wait: twice as long as before where nothing is found."""
        try:
            found = self.work()
        except Exception as error:
            self._note(error)
            return
        self._failures = 0
        self._wait = self.busy if found else min(self.idle, self._wait * 2)

    def _note(self, error: Exception) -> None:
        """Go on after a failure, with fresh connections, and more and more patiently."""
        self._failures += 1
        self._wait = min(LONGEST_WAIT, 2.0 ** min(self._failures, 10) / 2)
        log.warning(
            "loop_failed",
            loop=self.name,
            error=f"{type(error).__name__}: {error}",
            failures=self._failures,
            exc_info=self._failures == 1,
        )
        connections.close_all()
