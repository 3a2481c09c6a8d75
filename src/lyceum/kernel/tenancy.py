"""Who a query is for: the tenant is set once per request, job or event, and every query asks.

A model with a `TenantManager` has a foreign key whose column is `institution_id`. While a tenant is
in use its queries see that tenant's rows only; with none in use they raise, so that a forgotten
scope is an error in the first test and never a leak.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast
from uuid import UUID

from django.db import models

COLUMN = "institution_id"


class NoTenant(RuntimeError):
    """Something needs to know the tenant and none is in use."""


class UnscopedQuery(RuntimeError):
    """A tenant's model was queried without saying for which tenant."""


class _Everywhere:
    """The mark of a system task that has to see all tenants."""


_scope: ContextVar[UUID | type[_Everywhere] | None] = ContextVar("tenant", default=None)


def current() -> UUID:
    """Return the id of the tenant in use; raises `NoTenant`."""
    scope = _scope.get()
    if scope is None or scope is _Everywhere:
        raise NoTenant("No tenant is in use. Wrap the code in tenancy.using(institution.id).")
    return cast(UUID, scope)


@contextmanager
def using(tenant_id: UUID) -> Iterator[None]:
    """Let queries inside see the rows of this tenant and no other."""
    token = _scope.set(tenant_id)
    try:
        yield
    finally:
        _scope.reset(token)


@contextmanager
def everywhere() -> Iterator[None]:
    """Let queries inside see all tenants: for system tasks, never for a person's request."""
    token = _scope.set(_Everywhere)
    try:
        yield
    finally:
        _scope.reset(token)


def sees_all() -> bool:
    """Whether queries see all tenants now."""
    return _scope.get() is _Everywhere


def scoped[Q: models.QuerySet[Any]](queryset: Q, column: str = COLUMN) -> Q:
    """Narrow to the tenant in use; raises `UnscopedQuery` when there is none."""
    scope = _scope.get()
    if scope is None:
        raise UnscopedQuery(
            f"{queryset.model.__name__} was queried with no tenant in use. "
            "Wrap the code in tenancy.using(institution.id), or in tenancy.everywhere() "
            "if a system task really has to see them all."
        )
    return queryset if scope is _Everywhere else queryset.filter(**{column: scope})


class TenantManager[M: models.Model](models.Manager[M]):
    """The default manager of every model that belongs to a tenant.

    The kernel's own models say `column = "tenant_id"`. One with methods of its own is made by
    `TenantManager.from_queryset(CourseQuerySet)`.
    """

    column = COLUMN

    def get_queryset(self) -> models.QuerySet[M]:
        return scoped(super().get_queryset(), self.column)
