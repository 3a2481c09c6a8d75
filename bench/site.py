"""A site of the bench's own: the demo, large courses beside it, and the server in front."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from bench import processes
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from lyceum.config.supervision import wait_until_up
from lyceum.core.people.models import Institution, Person
from lyceum.demo import people as cast
from lyceum.demo.load import HARBOUR, load_demo
from lyceum.demo.scale import Scale, make_course
from lyceum.kernel import clock, tenancy

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Seeded:
    """Who and what the bench looks at."""

    teacher: Person
    learner: Person
    small: Scale
    large: Scale
    crowd: Scale


def seed() -> Seeded:
    """Fill the empty site: a college in mid-term, courses of 96 and 500 items, 1,000 learners."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_demo(clock.now())
    institution = Institution.objects.get(name=HARBOUR)
    with tenancy.using(institution.id), transaction.atomic():
        kofi = Person.objects.get(user__email=cast.TEACHERS[0].email)
        seeded = Seeded(
            teacher=kofi,
            learner=Person.objects.get(user__email=cast.LEARNERS[0].email),
            small=make_course(items=96, learners=40, by=kofi),
            large=make_course(items=500, learners=10, by=kofi),
            crowd=make_course(items=12, learners=1000, by=kofi),
        )
    connection.close()
    return seeded


def session_of(person: Person) -> Client:
    """Return a client that is signed in, as a browser of this person would be."""
    client = Client(SERVER_NAME="localhost")
    with tenancy.using(person.institution_id):
        client.force_login(person.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@dataclass(frozen=True)
class Server:
    """The running site: its port and its processes by what they do."""

    port: int
    leader: int
    web: list[int]
    worker: list[int]


@contextmanager
def served(home: Path) -> Iterator[Server]:
    """Serve the site as `bin/lyceum serve` does, logs in a file, until the block ends."""
    port = _free_port()
    command = [sys.executable, "-m", "lyceum.config", "serve", "--port", str(port)]
    environment = os.environ | {"LYCEUM_LOG_LEVEL": "INFO"}
    with (home / "log").open("w") as log:
        site = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            if not wait_until_up("127.0.0.1", port, Event()):
                raise RuntimeError(f"The site did not answer. Its log: {home / 'log'}")
            yield _processes(port, site.pid)
        finally:
            site.terminate()
            site.wait(60)


def _processes(port: int, leader: int) -> Server:
    others = [pid for pid in processes.family(leader) if pid != leader]
    worker = [pid for pid in others if processes.command(pid).rstrip().endswith(" worker")]
    return Server(port, leader, [pid for pid in others if pid not in worker], worker)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
