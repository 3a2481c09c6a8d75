from threading import Thread
from time import sleep
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from lyceum.kernel import tenancy
from lyceum.kernel.events.models import Lease
from lyceum.kernel.writer import Ticket, commit_together, grouped

ONE = UUID(int=1)


def lease(name):
    return Lease.objects.create(name=name, until="2026-11-23T00:00Z").name


def names():
    return set(Lease.objects.values_list("name", flat=True))


def fail():
    lease("half done")
    raise ValueError("no")


@pytest.mark.django_db(transaction=True)
def test_all_that_wait_share_one_commit(django_assert_num_queries):
    commits = []
    tickets = [Ticket(lambda n=n: lease(f"n{n}")) for n in range(5)]
    tickets[0].work = lambda: transaction.on_commit(lambda: commits.append(1)) or lease("n0")
    commit_together(tickets)
    assert [ticket.answer.result() for ticket in tickets] == ["n0", "n1", "n2", "n3", "n4"]
    assert len(names()) == 5
    assert commits == [1]


@pytest.mark.django_db(transaction=True)
def test_one_that_fails_takes_nothing_from_the_others_and_leaves_nothing():
    tickets = [Ticket(lambda: lease("before")), Ticket(fail), Ticket(lambda: lease("after"))]
    commit_together(tickets)
    assert names() == {"before", "after"}
    with pytest.raises(ValueError, match="no"):
        tickets[1].answer.result()


@pytest.mark.django_db(transaction=True)
def test_a_failing_transaction_is_tried_once_more_one_by_one():
    def broken():
        raise DatabaseError("disk full")

    tickets = [Ticket(lambda: lease("whole")), Ticket(broken)]
    commit_together(tickets)
    assert tickets[0].answer.result() == "whole"
    assert names() == {"whole"}
    with pytest.raises(DatabaseError, match="disk full"):
        tickets[1].answer.result()


@pytest.mark.django_db(transaction=True)
def test_many_threads_write_at_once_and_each_gets_its_own_answer():
    save = grouped(lease)
    answers = {}
    threads = [Thread(target=lambda n=n: answers.update({n: save(f"t{n}")})) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert answers == {n: f"t{n}" for n in range(20)}
    assert len(names()) == 20


@pytest.mark.django_db(transaction=True)
def test_an_action_keeps_the_tenant_of_its_request():
    with tenancy.using(ONE):
        assert grouped(tenancy.current)() == ONE


@pytest.mark.django_db
def test_inside_a_transaction_it_runs_there():
    with transaction.atomic():
        assert grouped(lease)("inside") == "inside"
        transaction.set_rollback(True)
    assert names() == set()


WRITE = """
import os, threading
import django; django.setup()
from lyceum.kernel.events.models import Lease
from lyceum.kernel.writer import grouped

@grouped
def save(name):
    Lease.objects.create(name=name, until="2026-11-23T00:00Z")
    return name

ROUND = os.environ["ROUND"]

def go(thread):
    for number in range(100_000):
        os.write(1, f"{save(f'{ROUND}-{thread}-{number}')}\\n".encode())

for thread in range(4):
    threading.Thread(target=go, args=[thread]).start()
"""
READ = """
import django; django.setup()
from lyceum.kernel.events.models import Lease
print(*Lease.objects.values_list("name", flat=True))
"""


@pytest.mark.process
def test_what_was_acknowledged_survives_a_kill_at_any_moment(site):
    acknowledged = set()
    for cycle in range(3):
        process = site.start(WRITE, ROUND=str(cycle))
        site.read_until(process, f"{cycle}-")
        sleep(0.2 + 0.2 * cycle)
        # The last line may be cut where the pipe was, so only whole lines count.
        acknowledged |= {line for line in site.kill(process).split("\n")[:-1] if line}
    assert len(acknowledged) > 20
    assert acknowledged <= set(site.run(READ).split())
