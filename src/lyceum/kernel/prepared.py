"""Prepared queries: the SQL of a hot query is composed once, and later calls fill in their values.

On the pages that everybody opens all day, composing a query costs Django ten times what running it
costs the database. A function that builds a queryset from plain values, decorated, returns the rows
of that queryset, models or tuples, and composes its SQL once per process:

    @prepared
    def _person(user_id: UUID) -> QuerySet[Person]:
        return Person.objects.select_related("user").filter(user_id=user_id)

Positional arguments (UUID, str, datetime) are values; keyword arguments shape the SQL, and each
shape is kept for itself. The tenant in use is a value like the others. Prefetches are not followed.
"""

from collections.abc import Callable, Hashable
from contextlib import nullcontext
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import wraps
from secrets import randbits, token_hex
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from django.db import connection, models
from django.db.models.sql.compiler import SQLCompiler

from lyceum.kernel import tenancy
from lyceum.kernel.ids import uuid7

Value = UUID | str | datetime
ASKED = ("db", "model", "_fetch_mode", "_known_related_objects", "_fields", "_hints")
"""What Django's iterables ask of their queryset beside its query."""


class _Query:
    """Stands in for a query that would compose itself again: hands out the compiler that did."""

    def __init__(self, query: Any, compiler: SQLCompiler) -> None:
        self._query = query
        self._compiler = compiler

    def get_compiler(self, *_args: Any, **_options: Any) -> SQLCompiler:
        return self._compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)


@dataclass(frozen=True)
class _Composed:
    """A queryset's SQL. `places` says which parameters are which of the caller's values."""

    queryset: Any
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]
    converters: dict[int, Any]
    places: tuple[tuple[int, int], ...]

    def rows(self, values: tuple[Value, ...]) -> list[Any]:
        params = list(self.params)
        for place, number in self.places:
            params[place] = _as_sent(values[number])
        compiler = copy(self.compiler)
        compiler.connection = connection
        compiler.__dict__["as_sql"] = lambda *_args, **_options: (self.sql, tuple(params))
        compiler.__dict__["get_converters"] = lambda _columns: self.converters
        asked = {name: getattr(self.queryset, name) for name in ASKED}
        stand_in = SimpleNamespace(**asked, query=_Query(self.queryset.query, compiler))
        return list(self.queryset._iterable_class(stand_in))


def prepared[**P](build: Callable[P, models.QuerySet[Any, Any]]) -> Callable[P, list[Any]]:
    """Return a function that gives the rows of the queryset `build` makes, its SQL kept."""
    kept: dict[Hashable, _Composed] = {}

    @wraps(build)
    def rows(*values: P.args, **shape: P.kwargs) -> list[Any]:
        tenant = _tenant()
        every: tuple[Any, ...] = (tenant or "", *values)
        key = (connection.vendor, tenant is None, tenancy.sees_all(), *sorted(shape.items()))
        composed = kept.get(key)
        if composed is None:
            composed = kept[key] = _compose(build, every, shape)
        return composed.rows(every)

    return rows


def _tenant() -> UUID | None:
    try:
        return tenancy.current()
    except tenancy.NoTenant:
        return None


def _compose(build: Callable[..., Any], values: tuple[Any, ...], shape: Any) -> _Composed:
    """Compose the SQL with stand-ins for the values, and find where they went."""
    stand_ins = [_stand_in(value) for value in values]
    tenant = stand_ins[0]
    with tenancy.using(tenant) if isinstance(tenant, UUID) else nullcontext():
        queryset = build(*stand_ins[1:], **shape)
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, params = compiler.as_sql()
    numbers = {_as_sent(stand_in): number for number, stand_in in enumerate(stand_ins)}
    places = tuple((place, numbers[v]) for place, v in enumerate(params) if _known(v, numbers))
    missing = set(range(1, len(values))) - {number for _place, number in places}
    if missing:
        raise TypeError(f"{build.__name__} does not ask the database about every value it takes.")
    converters = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    return _Composed(queryset, compiler, sql, tuple(params), converters, places)


def _stand_in(value: Value) -> Value:
    """Return a value of the same type that nothing else in the SQL can equal."""
    if isinstance(value, UUID):
        return uuid7()
    if isinstance(value, datetime):
        return datetime(1700, 1, 1, tzinfo=UTC) + timedelta(microseconds=randbits(52))
    return token_hex(16)


def _known(param: object, numbers: dict[Value, int]) -> bool:
    return isinstance(param, Value) and param in numbers


def _as_sent(value: Value) -> Value:
    """Return the value as this database's parameters hold it."""
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    if isinstance(value, datetime):
        return cast(Value, connection.ops.adapt_datetimefield_value(value))
    return value
