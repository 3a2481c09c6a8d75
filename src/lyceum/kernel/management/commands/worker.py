"""`bin/lyceum worker`: the process beside the web server."""

import signal
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from lyceum.kernel.worker import SiteWorker, work_until_idle


class Command(BaseCommand):
    """Delivers events, sends mail and runs jobs until it is told to stop."""

    help = "Deliver events, send mail and run jobs; ends on Ctrl-C or SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--threads", type=int, default=2, help="jobs at a time (default 2)")
        parser.add_argument("--until-idle", action="store_true", help="do what waits now, then end")

    def handle(self, *, threads: int, until_idle: bool, **_options: Any) -> None:
        if until_idle:
            count = work_until_idle()
            self.stdout.write(f"{count} done, nothing waits.")
            return
        worker = SiteWorker(task_threads=max(1, threads))

        def stop(_number: int, _frame: FrameType | None) -> None:
            worker.stop.set()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        worker.run()
