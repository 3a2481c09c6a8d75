"""How far a job is: told by the job, kept in memory, and written beside it."""

import json
import threading
import time
from types import TracebackType
from typing import Any, Self

import structlog
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from lyceum.kernel import clock
from lyceum.kernel.jobs.models import Job

WRITE_EVERY = 0.5
BEAT_EVERY = 5.0
GIVE_UP_AFTER_MS = 200
log = structlog.get_logger("lyceum.jobs")
_interrupted = threading.Event()


class JobCancelled(Exception):
    """Somebody asked for the job to stop."""


class JobInterrupted(Exception):
    """The server is going down."""


def interrupt_jobs() -> None:
    """Make every job of this process stop at its next step, because the process is ending."""
    _interrupted.set()


def plain(value: Any) -> Any:
    """Return the value as JSON has it: ids, dates and decimals become text."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


class Progress:
    """What a job's function gets: it tells how far it is and learns whether to go on.

    A thread of its own writes the progress over a connection of its own, so that people see it even
    while the job's transaction is open. Where the database is locked it gives up quickly and tries
    again half a second later. Inside somebody else's transaction, as in tests, the job's own
    connection is used instead.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self._now = (job.done, job.total, job.note)
        self._cancelled = threading.Event()
        self._stop = threading.Event()
        self._writer: threading.Thread | None = None
        self._written = self._now
        self._written_at = self._looked_at = time.monotonic() - BEAT_EVERY

    def step(self, done: int, total: int, note: str = "") -> None:
        """Tell that `done` of `total` is done, and `note` what comes now; cheap to call often.

        Raises `JobCancelled` when somebody asked for it, `JobInterrupted` when the server stops:
        let both pass, so that the transaction rolls back.
        """
        self._now = (done, total, note[:300])
        if self._writer is None and time.monotonic() - self._looked_at >= WRITE_EVERY:
            self._write()
        self.check()

    def check(self) -> None:
        """Raise as `step` does, for loops that have nothing to tell."""
        if _interrupted.is_set():
            raise JobInterrupted(_("The server is restarting."))
        if self._cancelled.is_set():
            raise JobCancelled

    def complete(self, report: dict[str, Any] | None = None) -> None:
        """Mark the job done inside the transaction of its changes, as the last thing in it.

        So a server that dies in this moment leaves either both or neither.
        """
        self.check()
        done, total, note = self._now
        Job.objects.filter(pk=self.job.pk).update(
            state=Job.State.DONE,
            report=plain(report),
            done=total or done,
            total=total,
            note=note,
            finished_at=clock.now(),
            error="",
        )

    @property
    def now(self) -> dict[str, Any]:
        """Return the last step as the fields of the job."""
        return dict(zip(("done", "total", "note"), self._now, strict=True))

    def __enter__(self) -> Self:
        if not connection.in_atomic_block and not _in_memory():
            self._writer = threading.Thread(target=self._keep_writing, name="progress", daemon=True)
            self._writer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop.set()
        if self._writer:
            self._writer.join(timeout=5)

    def _keep_writing(self) -> None:
        try:
            while not self._stop.wait(WRITE_EVERY):
                self._write()
        finally:
            connection.close()

    def _write(self) -> None:
        self._looked_at = time.monotonic()
        try:
            if self._writer is not None:
                _be_impatient()
            if self._now != self._written or self._looked_at - self._written_at >= BEAT_EVERY:
                self._beat()
            row = Job.objects.filter(pk=self.job.pk).values_list("cancel_requested_at", flat=True)
            if row.first() is not None:
                self._cancelled.set()
        except DatabaseError as error:
            log.debug("progress_not_written", job_id=str(self.job.pk), error=str(error))

    def _beat(self) -> None:
        now = self._now
        Job.objects.filter(pk=self.job.pk, state=Job.State.RUNNING).update(
            done=now[0], total=now[1], note=now[2], heartbeat_at=clock.now()
        )
        self._written, self._written_at = now, self._looked_at


def _in_memory() -> bool:
    return connection.vendor == "sqlite" and connection.is_in_memory_db()  # type: ignore[attr-defined]


def _be_impatient() -> None:
    """Keep the progress from waiting long for a lock that its own job may hold."""
    if connection.connection is None and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout={GIVE_UP_AFTER_MS}")
