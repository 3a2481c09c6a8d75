"""Who wants to know of what."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

from django.utils.module_loading import autodiscover_modules

from lyceum.kernel.events.event import Event, label_of

Handler = Callable[..., Any]


@dataclass(frozen=True)
class Subscriber:
    """A handler under the name by which its deliveries are remembered."""

    handler: Handler

    @property
    def name(self) -> str:
        return f"{label_of(self.handler.__module__)}.{self.handler.__name__}"


_subscribers: dict[type[Event], list[Subscriber]] = {}


def subscribe[H: Handler](event_type: type[Event]) -> Callable[[H], H]:
    """Register `handler(event, *, event_id)` in an app's `subscribers.py`.

    The handler runs in the worker, in a transaction and tenant of its own, once per event as far as
    the database goes. What it does elsewhere (mail, calls) it enqueues in that transaction.
    Renaming a handler makes it a new one, which has events in flight delivered again.
    """

    def register(handler: H) -> H:
        subscriber = Subscriber(handler)
        if "event_id" not in signature(handler).parameters:
            raise TypeError(f"{handler.__name__} must take (event, *, event_id).")
        others = _subscribers.setdefault(event_type, [])
        if subscriber.name in {other.name for other in others}:
            raise ValueError(f"{subscriber.name} has {event_type.__name__} already.")
        others.append(subscriber)
        return handler

    return register


def unsubscribe(event_type: type[Event], handler: Handler) -> None:
    """Forget a handler: for tests and for plugins that are switched off."""
    _subscribers[event_type].remove(Subscriber(handler))


def subscribers_of(event_type: type[Event]) -> list[Subscriber]:
    """Return those who want this very type, in the order they registered."""
    return list(_subscribers.get(event_type, ()))


def autodiscover() -> None:
    """Import every app's `subscribers.py`."""
    autodiscover_modules("subscribers")
