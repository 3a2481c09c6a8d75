"""What an event is: a frozen, past-tense dataclass whose fields are plain values."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.apps import apps

_types: list[type["Event"]] = []


class UnknownEvent(LookupError):
    """An event in the outbox has a name that no class has any more."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """The base of all events; see `payload` for the types its fields may have.

    `order_key` names the field whose value orders: events with the same value there are delivered
    one after the other, as they were emitted. Without it an event waits for no other.
    """

    order_key: ClassVar[str] = ""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        _types.append(cls)

    @property
    def order(self) -> str:
        """Return the value that orders, as text; empty when nothing does."""
        return str(getattr(self, self.order_key)) if self.order_key else ""


def label_of(module: str) -> str:
    """Return the label of the app that holds `module`."""
    config = apps.get_containing_app_config(module)
    return config.label if config else module.partition(".")[0]


def name_of(event_type: type[Event]) -> str:
    """Return the name that the outbox knows an event by: `enrolment.PersonEnrolled`."""
    return f"{label_of(event_type.__module__)}.{event_type.__name__}"


def type_named(name: str) -> type[Event]:
    """Return the class of that name; raises `UnknownEvent` when none has it, or two have."""
    found = {
        event_type.__module__: event_type
        for event_type in _types
        if event_type.__name__ == name.rpartition(".")[2] and name_of(event_type) == name
    }
    if len(found) == 1:
        return found.popitem()[1]
    if found:
        raise UnknownEvent(f"{name} is declared in {' and '.join(found)}; rename one of them.")
    raise UnknownEvent(f"No event is called {name}. Was its class renamed or its plugin removed?")
