from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import pytest
from django.db import connection

from lyceum.kernel import clock, tenancy
from lyceum.kernel.events import Event, Hold, deliver_pending, emit, prune_delivered, retry_parked
from lyceum.kernel.events.models import Delivered, Lease, OutboxEvent

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    """Somebody rang the bell."""

    order_key: ClassVar[str] = "by"
    by: str
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class DoorOpened(Event):
    """Somebody opened after the bell."""

    number: int


@pytest.fixture
def heard(subscribed):
    """What a subscriber has heard, in order; names in `deaf_to` make it fail."""

    class Heard(list):
        deaf_to: set[str] = set()

    log = Heard()

    def hear(event, *, event_id):
        if event.by in log.deaf_to:
            raise RuntimeError("the horn is broken")
        log.append((event.by, event.number))

    subscribed(BellRung, hear)
    return log


def later(seconds):
    return clock.freeze(clock.now() + timedelta(seconds=seconds))


def test_events_reach_their_subscriber_once_and_in_order(harbour, heard):
    for number in range(3):
        emit(BellRung(by="Amina", number=number))
    assert deliver_pending() == 3
    assert deliver_pending() == 0
    assert heard == [("Amina", 0), ("Amina", 1), ("Amina", 2)]


def test_a_handler_runs_for_the_tenant_of_the_event(harbour, subscribed):
    tenants = []

    def note(event, *, event_id):
        tenants.append(tenancy.current())

    subscribed(BellRung, note)
    emit(BellRung(by="Amina"))
    with tenancy.everywhere():
        deliver_pending()
    assert tenants == [harbour]


def test_an_event_that_fails_holds_back_only_later_ones_of_its_key(harbour, heard):
    emit(BellRung(by="Bruno", number=1))
    emit(BellRung(by="Amina", number=1))
    emit(BellRung(by="Bruno", number=2))
    heard.deaf_to = {"Bruno"}
    assert deliver_pending() == 1
    heard.deaf_to = set()
    assert deliver_pending() == 0, "it waits before it tries again"
    with later(6):
        assert deliver_pending() == 2
    assert heard == [("Amina", 1), ("Bruno", 1), ("Bruno", 2)]


def test_after_eight_tries_an_event_is_parked_and_the_next_goes_on(harbour, heard):
    row = emit(BellRung(by="Bruno", number=1))
    heard.deaf_to = {"Bruno"}
    for hour in range(8):
        with later(3_600 * 3 * hour):
            deliver_pending()
    row.refresh_from_db()
    assert (row.tries, row.delivered_at) == (8, None)
    assert row.parked_at
    assert "the horn is broken" in row.last_error
    heard.deaf_to = set()
    emit(BellRung(by="Bruno", number=2))
    assert deliver_pending() == 1
    retry_parked(row)
    assert deliver_pending() == 1
    assert heard == [("Bruno", 2), ("Bruno", 1)]


def test_a_subscriber_that_fails_keeps_no_changes_and_no_other_from_being_told(
    harbour, heard, subscribed
):
    def fail_late(event, *, event_id):
        Lease.objects.create(name="half done", until=clock.now())
        raise RuntimeError("too late")

    subscribed(BellRung, fail_late)
    row = emit(BellRung(by="Amina"))
    deliver_pending()
    assert heard == [("Amina", 0)]
    assert not Lease.objects.filter(name="half done").exists()
    assert [note.subscriber for note in Delivered.objects.filter(event_id=row.event_id)] == [
        "kernel.hear"
    ]
    with later(6):
        deliver_pending()
    assert heard == [("Amina", 0)], "who has it is not told again"


def test_an_event_whose_class_is_gone_is_tried_again_and_seen(harbour):
    row = emit(BellRung(by="Amina"))
    OutboxEvent.objects.update(name="kernel.NeverHappened")
    assert deliver_pending() == 0
    row.refresh_from_db()
    assert "No event is called kernel.NeverHappened" in row.last_error


def test_what_a_handler_emits_is_delivered_in_the_same_call(harbour, subscribed):
    opened = []

    def answer(event, *, event_id):
        emit(DoorOpened(number=event.number))

    def enter(event, *, event_id):
        opened.append(event.number)

    subscribed(BellRung, answer)
    subscribed(DoorOpened, enter)
    emit(BellRung(by="Amina", number=7))
    assert deliver_pending() == 2
    assert opened == [7]


def test_one_deliverer_works_at_a_time_until_its_lease_runs_out(harbour, heard):
    emit(BellRung(by="Amina"))
    assert Hold("outbox").keep()
    assert deliver_pending() == 0
    with later(31):
        assert deliver_pending() == 1


def test_a_lease_that_a_wrong_clock_wrote_far_ahead_does_not_bind():
    Lease.objects.create(name="outbox", holder="x", until=clock.now() + timedelta(hours=1))
    assert Hold("outbox").keep()


def test_delivered_events_are_pruned_after_a_month(harbour, heard):
    emit(BellRung(by="Amina"))
    deliver_pending()
    assert prune_delivered() == 0
    with later(31 * 86_400):
        assert prune_delivered() == 1
    assert not Delivered.objects.exists()


def test_an_idle_look_is_cheap(harbour, django_assert_num_queries):
    hold = Hold("outbox")
    assert hold.keep()
    with django_assert_num_queries(1):
        deliver_pending(hold=hold)


def test_what_is_due_is_found_by_its_index(harbour):
    with connection.cursor() as cursor:
        for number in range(200):
            emit(BellRung(by=str(number)))
        OutboxEvent.objects.update(delivered_at=clock.now())
        if connection.vendor == "sqlite":
            cursor.execute(
                "EXPLAIN QUERY PLAN SELECT * FROM kernel_outboxevent "
                "WHERE delivered_at IS NULL AND parked_at IS NULL ORDER BY position"
            )
            assert "outbox_pending" in str(cursor.fetchall())
