"""A browser of each of the cast, and what comes of asking a route: refused, written, answered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from lyceum.config.house.access import OK, SIGN_IN
from lyceum.config.house.walking import Route, routes

ROUTES = sorted(routes(), key=lambda route: route.name)
BACKEND = "lyceum.core.people.backends.PersonBackend"
OF_EVERY_REQUEST = "django_session|kernel_auditentry"
WRITE = re.compile(rf"\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?!.*({OF_EVERY_REQUEST}))", re.I | re.S)


def address(route: Route, arguments: dict[str, Any]) -> str:
    unknown = set(route.arguments) - set(arguments)
    assert not unknown, f"{route.name}: give the world of conftest.py a {unknown}."
    return reverse(route.name, kwargs={name: arguments[name] for name in route.arguments})


def browser(cast: SimpleNamespace, who: str, **more: Any) -> Client:
    """Return a client of `who`; the stranger is Olga's user, signed in where she is no person."""
    host = "northgate.test" if who == "olga" else "harbour.test"
    client = Client(HTTP_HOST=host, raise_request_exception=False, **more)
    if who != "nobody":
        person = cast.olga if who == "stranger" else getattr(cast, who)
        client.force_login(person.user, backend=BACKEND)
    return client


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note every statement that writes, and take all of it back afterwards."""
    written: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITE.match(sql):
            written.append(sql[:80])
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            yield written
        transaction.set_rollback(True)


def ask(client: Client, method: str, url: str, **more: Any) -> tuple[str, list[str], Any]:
    """Return what came of it (see `access.py`), and what was written while it did."""
    with watched() as written:
        response = getattr(client, method)(url, **more)
    return outcome(response), written, response


def outcome(response: Any) -> str:
    if response.status_code in {403, 404, 405}:
        return str(response.status_code)
    location = response.headers.get("Location", "")
    if response.status_code == 401 or location.split("?")[0] == reverse("account_login"):
        return SIGN_IN
    return OK if response.status_code < 500 else str(response.status_code)
