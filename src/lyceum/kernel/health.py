"""Whether the site lives, and whether it can serve: for load balancers and administrators."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lyceum.kernel import clock
from lyceum.kernel.events.models import Lease, OutboxEvent
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.kernel.worker.chores import PULSE

LEAST_FREE = 500_000_000
_migrated: set[str] = set()


@dataclass(frozen=True)
class Check:
    """One thing looked at. The site can serve without it where it is not `required`."""

    name: str
    ok: bool
    sentence: str
    ms: float
    required: bool = True


class Trouble(Exception):
    """What a check found, as a sentence for an administrator."""


def live() -> bool:
    """Return True: that this process answers is all there is to know."""
    return True


def ready() -> list[Check]:
    """Look at everything the site needs, a few milliseconds each."""
    database = _look("database", _database)
    if not database.ok:
        return [database]
    return [
        database,
        _look("migrations", _migrations),
        _look("files", _files),
        _look("disk", _disk),
        _look("worker", _worker, required=False),
        _look("events", _events, required=False),
        _look("mail", _mail, required=False),
    ]


def can_serve(checks: list[Check]) -> bool:
    """Return whether nothing that is required is missing."""
    return all(check.ok for check in checks if check.required)


def _look(name: str, look: Callable[[], None], *, required: bool = True) -> Check:
    began = time.perf_counter()
    ok, sentence = True, _("All is well.")
    try:
        look()
    except Trouble as trouble:
        ok, sentence = False, str(trouble)
    except Exception as error:
        ok, sentence = False, _("It does not answer: %(error)s.") % {"error": type(error).__name__}
    return Check(name, ok, sentence, round((time.perf_counter() - began) * 1000, 2), required)


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _migrations() -> None:
    """Once applied they stay applied, so a process asks until the answer is yes."""
    if connection.alias in _migrated:
        return
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        message = ngettext(
            "%(count)d migration is missing; run “bin/lyceum migrate”.",
            "%(count)d migrations are missing; run “bin/lyceum migrate”.",
            missing,
        )
        raise Trouble(message % {"count": missing})
    _migrated.add(connection.alias)


def _files() -> None:
    storage: Any = storages["files"]
    if not isinstance(storage, FileSystemStorage):
        storage.exists("readiness")
        return
    folder = Path(storage.location)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"ready")
    except OSError as error:
        message = _("The folder of files cannot be written: %(reason)s.")
        raise Trouble(message % {"reason": error.strerror}) from error


def _disk() -> None:
    home = Path(settings.HOME)
    free = shutil.disk_usage(home if home.exists() else home.parent).free
    if free < LEAST_FREE:
        message = _("Only %(free)d MB are free on the disk; make room before saving fails.")
        raise Trouble(message % {"free": free // 1_000_000})


def _worker() -> None:
    if not Lease.objects.filter(name__startswith=PULSE, until__gt=clock.now()).exists():
        raise Trouble(
            _(
                "No worker was seen in the last minute: mail, imports and counts wait. "
                "Start “bin/lyceum worker”."
            )
        )


def _events() -> None:
    count = OutboxEvent.objects.parked().count()
    if count:
        message = ngettext(
            "%(count)d event could not be delivered and was set aside; see the log.",
            "%(count)d events could not be delivered and were set aside; see the log.",
            count,
        )
        raise Trouble(message % {"count": count})


def _mail() -> None:
    count = OutgoingMail.objects.given_up().count()
    if count:
        message = ngettext(
            "%(count)d mail was refused and given up; its error is kept with it.",
            "%(count)d mails were refused and given up; their errors are kept with them.",
            count,
        )
        raise Trouble(message % {"count": count})
    late = OutgoingMail.objects.waiting().exclude(last_error="").first()
    if late is not None:
        message = _("Mail waits because the mail server fails: %(error)s.")
        raise Trouble(message % {"error": late.last_error[:200]})
