"""The real process: what it does in a second, what it weighs, and how it ends."""

import json
import signal
import socket
import time

import pytest
from aiosmtpd.controller import Controller
from django.core.management import call_command

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

COMMON = """
import json, sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID
import django; django.setup()
from django.conf import settings
from django.db import transaction
from django.db.models import Count
from lyceum.kernel import health, jobs, tenancy
from lyceum.kernel.events import Event, emit, subscribe
from lyceum.kernel.events.models import Lease, OutboxEvent
from lyceum.kernel.jobs import Job
from lyceum.kernel.mail.models import OutgoingMail

HARBOUR = UUID("0190a000-0000-7000-8000-000000000001")

@dataclass(frozen=True, kw_only=True)
class Noted(Event):
    number: int

@subscribe(Noted)
def note(event, *, event_id):
    OutgoingMail.objects.create(to="amina@harbour.test", subject=str(event.number), text="x")

@jobs.job("quick")
def quick(progress):
    return {"kept": 1}
"""

FILL = """
with tenancy.using(HARBOUR), transaction.atomic():
    for number in range(3):
        emit(Noted(number=number))
    jobs.start_job("quick", title="Quick")
"""

WORK = """
from django.core.management import call_command
call_command("worker")
"""

LOOK = """
print(json.dumps({
    "events": OutboxEvent.objects.pending().count(),
    "mails": OutgoingMail.objects.filter(sent_at__isnull=False).count(),
    "job": Job.objects.get().state,
    "worker": {check.name: check.ok for check in health.ready()}["worker"],
    "leases": Lease.objects.count(),
}))
"""


class Postbox:
    """Counts the mails that reach it."""

    subjects: list[str] = []

    async def handle_DATA(self, server, session, envelope):
        self.subjects.append(envelope.content.split(b"Subject: ")[1][:1].decode())
        return "250 OK"


@pytest.fixture
def postbox():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(Postbox(), hostname="127.0.0.1", port=port)
    controller.start()
    Postbox.subjects.clear()
    yield port
    controller.stop()


def memory_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def test_one_process_delivers_sends_and_runs_and_ends_when_told(site, postbox):
    mail = {"LYCEUM_MAIL_URL": f"smtp://127.0.0.1:{postbox}"}
    site.run(COMMON, FILL)
    worker = site.start(COMMON, WORK, **mail)
    end = time.monotonic() + 40
    while time.monotonic() < end and len(Postbox.subjects) < 3:
        time.sleep(0.1)
    time.sleep(1)
    seen = json.loads(site.run(COMMON, LOOK))
    weight = memory_mb(worker.pid)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=15) == 0
    assert seen.pop("leases") >= 2
    assert seen == {"events": 0, "mails": 3, "job": "done", "worker": True}
    assert sorted(Postbox.subjects) == ["0", "1", "2"]
    assert weight < 120, f"The worker takes {weight:.0f} MB."
    after = json.loads(site.run(COMMON, LOOK))
    assert (after["worker"], after["leases"]) == (False, 0)


def test_until_idle_does_what_waits_and_ends(capsys):
    call_command("worker", until_idle=True)
    assert "nothing waits" in capsys.readouterr().out
