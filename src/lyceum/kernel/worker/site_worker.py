"""The worker of a site: events, mail, tasks and chores in one small process."""

import threading
import time
from functools import partial

import structlog

from lyceum.kernel.events import Hold, deliver_pending
from lyceum.kernel.events.delivery import LEASE as OUTBOX
from lyceum.kernel.jobs import interrupt_jobs
from lyceum.kernel.mail import send_pending
from lyceum.kernel.mail.sending import LEASE as MAIL
from lyceum.kernel.worker.chores import chores_of, fall_silent
from lyceum.kernel.worker.loops import Loop
from lyceum.kernel.worker.tasks import run_one_task, tasks_are_in_the_database

GRACE_SECONDS = 10.0
log = structlog.get_logger("lyceum.worker")


class SiteWorker:
    """Runs until `stop` is set; several on one database share the tasks and take turns else."""

    def __init__(self, *, task_threads: int = 2) -> None:
        self.stop = threading.Event()
        self.outbox, self.mail = Hold(OUTBOX), Hold(MAIL)
        self.holder = self.outbox.holder
        self.loops = [
            Loop("events", partial(deliver_pending, hold=self.outbox), self.stop),
            Loop("mail", partial(send_pending, hold=self.mail), self.stop),
        ]
        if tasks_are_in_the_database():
            run_task = partial(run_one_task, self.holder[:64])
            self.loops += [
                Loop(f"tasks-{number}", run_task, self.stop, idle=0.5)
                for number in range(task_threads)
            ]
        self.chores = chores_of(self.holder)

    def run(self) -> None:
        """Work until stopped, then let what is under way come to an end."""
        log.info("worker_started", worker=self.holder, loops=[loop.name for loop in self.loops])
        for loop in self.loops:
            loop.start()
        while not self.stop.is_set():
            for chore in self.chores:
                chore.run_if_due()
            self.stop.wait(1)
        self._end()

    def _end(self) -> None:
        interrupt_jobs()
        end = time.monotonic() + GRACE_SECONDS
        for loop in self.loops:
            loop.join(timeout=max(0.0, end - time.monotonic()))
        for hold in (self.outbox, self.mail):
            hold.release()
        fall_silent(self.holder)
        left = [loop.name for loop in self.loops if loop.is_alive()]
        log.info("worker_ended", worker=self.holder, unfinished=left)


def work_until_idle() -> int:
    """Do everything that waits, in this thread, and return how many things that were."""
    total = 0
    while True:
        done = deliver_pending() + send_pending()
        if tasks_are_in_the_database():
            done += run_one_task("once")
        if not done:
            return total
        total += done
