"""SECURITY, Durability: a process killed anywhere loses no event and doubles none."""

import random
import time
from collections import Counter

import pytest

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]

COMMON = """
import os, sys, time
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID
import django; django.setup()
from django.db import connection, transaction
from lyceum.kernel import tenancy
from lyceum.kernel.events import Event, Hold, deliver_pending, emit, subscribe

HARBOUR = UUID("0190a000-0000-7000-8000-000000000001")

@dataclass(frozen=True, kw_only=True)
class Noted(Event):
    order_key: ClassVar[str] = "learner"
    learner: str
    number: int

def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None
"""

TABLES = """
serial = "integer primary key autoincrement"
if connection.vendor == "postgresql":
    serial = "bigserial primary key"
for table in ("changes", "effects"):
    execute(f"create table {table} (position {serial}, learner text, number integer)")
"""

CHANGE = """
number = int(os.environ["FIRST"])
while True:
    learner = str(number % 3)
    with tenancy.using(HARBOUR), transaction.atomic():
        execute("insert into changes (learner, number) values (%s, %s)", learner, number)
        emit(Noted(learner=learner, number=number))
        if number % 7 == 0:
            transaction.set_rollback(True)
    if number % 7:
        print(number)
    number += 1
"""

DELIVER = """
@subscribe(Noted)
def note(event, *, event_id):
    assert tenancy.current() == HARBOUR
    execute("insert into effects (learner, number) values (%s, %s)", event.learner, event.number)
    time.sleep(0.001)

@subscribe(Noted)
def look(event, *, event_id):
    pass

hold = Hold("outbox", seconds=0.3)
print("ready")
until_empty = "UNTIL_EMPTY" in os.environ
while True:
    deliver_pending(limit=20, hold=hold)
    left = execute("select count(*) from kernel_outboxevent where delivered_at is null")[0][0]
    if until_empty and not left:
        break
    time.sleep(0.01)
"""

READ = """
for table in ("changes", "effects"):
    for row in execute(f"select learner, number from {table} order by position"):
        print(table, *row)
"""


def test_a_process_killed_between_commit_and_delivery_loses_nothing_and_doubles_nothing(site):
    site.run(COMMON, TABLES)
    promised = set()
    for cycle in range(4):
        writer = site.start(COMMON, CHANGE, FIRST=str(1 + cycle * 100_000))
        deliverer = site.start(COMMON, DELIVER)
        site.read_until(deliverer, "ready")
        time.sleep(random.uniform(0.1, 0.6))
        site.kill(deliverer)
        promised |= whole_lines(site.kill(writer))
    site.run(COMMON, DELIVER, UNTIL_EMPTY="1")

    rows = [line.split() for line in site.run(COMMON, READ).splitlines()]
    changes = [(learner, int(number)) for table, learner, number in rows if table == "changes"]
    effects = [(learner, int(number)) for table, learner, number in rows if table == "effects"]
    assert len(changes) > 50, "the test has to have something to lose"
    assert promised <= {number for _learner, number in changes}
    assert Counter(effects) == Counter(changes)
    for learner in "012":
        numbers = [number for who, number in effects if who == learner]
        assert numbers == sorted(numbers), "in order per learner"


def whole_lines(output: str) -> set[int]:
    """Return the numbers whose commit was told; the last line may have been cut by the kill."""
    return {int(line) for line in output.split("\n")[:-1]}
