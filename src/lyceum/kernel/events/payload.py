"""An event's fields as JSON text and back, by their type hints."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from lyceum.kernel.events.event import Event

PLAIN = (str, int, float, bool, NoneType)
READERS: dict[Any, Callable[[str], Any]] = {
    UUID: UUID,
    Decimal: Decimal,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}


_known: dict[type[Event], dict[str, Any]] = {}


class NotPlain(TypeError):
    """A field of an event has a type that does not travel."""


def pack(event: Event) -> str:
    """Return the event's fields as JSON text; raises `NotPlain`."""
    values = {field.name: _packed(getattr(event, field.name)) for field in fields(event)}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def unpack(event_type: type[Event], text: str) -> Event:
    """Return the event that `pack` wrote. Fields it does not have take their defaults."""
    hints = _hints(event_type)
    values = json.loads(text)
    return event_type(
        **{name: _read(hints[name], values[name]) for name in hints if name in values}
    )


def _hints(event_type: type[Event]) -> dict[str, Any]:
    if event_type not in _known:
        hints = get_type_hints(event_type)
        _known[event_type] = {field.name: hints[field.name] for field in fields(event_type)}
    return _known[event_type]


def _packed(value: Any) -> Any:
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, (list, tuple)):
        return [_packed(one) for one in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    raise NotPlain(
        f"An event cannot carry a {type(value).__name__}. Give it the id, or a plain value."
    )


def _read(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _read(next(one for one in arguments if one is not NoneType), value)
    if origin in {list, tuple}:
        return origin(_read(arguments[0] if arguments else str, one) for one in value)
    return READERS[hint](value) if hint in READERS else value
