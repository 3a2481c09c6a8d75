"""Telling subscribers what happened: at least once, and once as far as the database goes."""

from datetime import timedelta

import structlog
from django.db import transaction
from django.db.models import Q

from lyceum.kernel import clock, tenancy
from lyceum.kernel.events.event import type_named
from lyceum.kernel.events.leases import Hold
from lyceum.kernel.events.models import Delivered, OutboxEvent, OutboxEventQuerySet
from lyceum.kernel.events.payload import unpack
from lyceum.kernel.events.subscribers import Subscriber, subscribers_of

LEASE = "outbox"
MOST_TRIES = 8
KEPT_FOR = timedelta(days=30)
log = structlog.get_logger("lyceum.events")


def deliver_pending(limit: int = 500, *, hold: Hold | None = None) -> int:
    """Deliver what is due, oldest first, and return how many events reached all subscribers.

    Does nothing while another process holds the lease. Pass a `hold` to keep the lease between
    calls; without one it is taken and released.
    """
    ours = hold or Hold(LEASE)
    if not ours.keep():
        return 0
    try:
        return _deliver_rounds(limit, ours)
    finally:
        if hold is None:
            ours.release()


def retry_parked(row: OutboxEvent) -> None:
    """Give a parked event all its tries again."""
    row.parked_at, row.next_try_at, row.tries = None, None, 0
    row.save(update_fields=["parked_at", "next_try_at", "tries"])


def prune_delivered(limit: int = 2_000) -> int:
    """Delete delivered events that are past their time, and return how many."""
    old = OutboxEvent.objects.filter(delivered_at__lt=clock.now() - KEPT_FOR)
    chosen = dict(old.values_list("position", "event_id")[:limit])
    with transaction.atomic():
        Delivered.objects.filter(event_id__in=chosen.values()).delete()
        OutboxEvent.objects.filter(pk__in=chosen).delete()
    return len(chosen)


def due() -> OutboxEventQuerySet:
    """Return events to deliver now: not those that wait for a retry, nor those behind one."""
    pending, now = OutboxEvent.objects.pending(), clock.now()
    waiting = pending.filter(next_try_at__gt=now).exclude(order_key="")
    return pending.filter(Q(next_try_at=None) | Q(next_try_at__lte=now)).exclude(
        order_key__in=waiting.values("order_key")
    )


def _deliver_rounds(limit: int, hold: Hold) -> int:
    """Handlers may emit in turn, so look again until nothing is due."""
    total = 0
    while total < limit:
        delivered = _deliver_round(limit - total, hold)
        total += delivered
        if not delivered:
            break
    return total


def _deliver_round(limit: int, hold: Hold) -> int:
    blocked: set[str] = set()
    delivered: list[int] = []
    try:
        for row in due()[:limit]:
            if not hold.keep():
                break
            if row.order_key in blocked:
                continue
            if _deliver(row):
                delivered.append(row.pk)
            elif row.order_key and not row.parked_at:
                blocked.add(row.order_key)
    finally:
        OutboxEvent.objects.filter(pk__in=delivered).update(delivered_at=clock.now())
    return len(delivered)


def _deliver(row: OutboxEvent) -> bool:
    """Tell every subscriber; one that fails keeps none of the others from being told."""
    failure: Exception | None = None
    try:
        event = unpack(type_named(row.name), row.payload)
    except Exception as error:
        return _note_failure(row, error)
    for subscriber in subscribers_of(type(event)):
        try:
            _tell(subscriber, event, row)
        except Exception as error:
            log.exception("event_failed", event_name=row.name, subscriber=subscriber.name)
            failure = error
    return _note_failure(row, failure) if failure else True


@transaction.atomic
def _tell(subscriber: Subscriber, event: object, row: OutboxEvent) -> None:
    """The note of the delivery commits with the handler's changes, or neither does."""
    _note, is_new = Delivered.objects.get_or_create(
        event_id=row.event_id, subscriber=subscriber.name
    )
    if is_new:
        with tenancy.using(row.tenant_id):
            subscriber.handler(event, event_id=row.event_id)


def _note_failure(row: OutboxEvent, error: Exception) -> bool:
    """Write down when to try again, or park the event; returns that it was not delivered."""
    row.tries += 1
    row.last_error = f"{type(error).__name__}: {error}"[:2_000]
    row.next_try_at = clock.now() + timedelta(seconds=5 * 3 ** (row.tries - 1))
    if row.tries >= MOST_TRIES:
        row.parked_at = clock.now()
        log.error("event_parked", event_name=row.name, event_id=str(row.event_id))
    row.save(update_fields=["tries", "last_error", "next_try_at", "parked_at"])
    return False
