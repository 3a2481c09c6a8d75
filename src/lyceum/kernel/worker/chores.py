"""What the worker does now and then: say that it lives, find dead jobs, clear away the old."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from django.core.management import call_command
from django.db import connections
from django_tasks_db.models import DBTaskResult

from lyceum.kernel import clock
from lyceum.kernel.audit import sweep_audit
from lyceum.kernel.events import prune_delivered
from lyceum.kernel.events.models import Lease
from lyceum.kernel.files import sweep_files
from lyceum.kernel.jobs import fail_stale_jobs, requeue_lost_jobs
from lyceum.kernel.mail import prune_sent

PULSE = "worker/"
PULSE_EVERY, PULSE_LASTS = 15, timedelta(seconds=60)
HOUR, DAY = 3_600, 86_400
TASKS_KEPT_FOR = timedelta(days=7)
log = structlog.get_logger("lyceum.worker")


@dataclass
class Chore:
    """A thing to do every so many seconds, the first time at once."""

    every: float
    do: Callable[[], object]
    next_at: float = field(default=0.0)

    def run_if_due(self) -> None:
        if time.monotonic() < self.next_at:
            return
        self.next_at = time.monotonic() + self.every
        try:
            self.do()
        except Exception:
            log.exception("chore_failed", chore=self.do.__name__)
            connections.close_all()


def chores_of(holder: str) -> list[Chore]:
    """Return the chores of the worker known as `holder`."""

    def pulse() -> None:
        beat(holder)

    return [
        Chore(PULSE_EVERY, pulse),
        Chore(10, fail_stale_jobs),
        Chore(60, requeue_lost_jobs),
        Chore(HOUR, prune),
        Chore(DAY, clear_sessions),
        Chore(DAY, sweep_files),
        Chore(DAY, sweep_audit),
    ]


def beat(holder: str) -> None:
    """Say that this worker lives."""
    Lease.objects.update_or_create(
        name=f"{PULSE}{holder}"[:80],
        defaults={"holder": holder, "until": clock.now() + PULSE_LASTS},
    )


def fall_silent(holder: str) -> None:
    """Say that this worker has ended."""
    Lease.objects.filter(name=f"{PULSE}{holder}"[:80]).delete()


def prune() -> None:
    """Delete delivered events, sent mail, ended tasks and the traces of dead workers."""
    while prune_delivered():
        pass
    prune_sent()
    now = clock.now()
    DBTaskResult.objects.filter(finished_at__lt=now - TASKS_KEPT_FOR).delete()
    DBTaskResult.objects.filter(finished_at=None, started_at__lt=now - TASKS_KEPT_FOR).delete()
    Lease.objects.filter(name__startswith=PULSE, until__lt=now - timedelta(days=1)).delete()


def clear_sessions() -> None:
    """Delete the sessions that have run out."""
    call_command("clearsessions")
