"""News goes up: events are written with the change they tell of and delivered by the worker."""

from lyceum.kernel.events.delivery import deliver_pending, prune_delivered, retry_parked
from lyceum.kernel.events.event import Event, UnknownEvent
from lyceum.kernel.events.leases import Hold
from lyceum.kernel.events.outbox import NoTransaction, emit
from lyceum.kernel.events.payload import NotPlain
from lyceum.kernel.events.subscribers import autodiscover, subscribe, subscribers_of, unsubscribe

__all__ = [
    "Event",
    "Hold",
    "NoTransaction",
    "NotPlain",
    "UnknownEvent",
    "autodiscover",
    "deliver_pending",
    "emit",
    "prune_delivered",
    "retry_parked",
    "subscribe",
    "subscribers_of",
    "unsubscribe",
]
