"""Writing events down in the transaction of what they tell of."""

from django.db import transaction

from lyceum.kernel import tenancy
from lyceum.kernel.events.event import Event, name_of
from lyceum.kernel.events.models import OutboxEvent
from lyceum.kernel.events.payload import pack


class NoTransaction(RuntimeError):
    """An event was emitted where it could be kept without its change, or lost with it kept."""


def emit(event: Event) -> OutboxEvent:
    """Write the event to the outbox, to be delivered after the transaction in progress commits.

    Raises `NoTransaction` outside of one, and `NoTenant` where no tenant is in use.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(
            f"{type(event).__name__} was emitted outside a transaction. "
            "Put the change and emit() into one transaction.atomic()."
        )
    return OutboxEvent.objects.create(
        tenant_id=tenancy.current(),
        name=name_of(type(event)),
        payload=pack(event),
        order_key=event.order,
    )
