"""Every route that refuses keeps one row of it (SECURITY, the head of its table)."""

import pytest
from django.core.cache import cache
from django.db import transaction

from lyceum.config.house.access import FORBIDDEN, MISSING, expected
from lyceum.config.house.asking import ROUTES, address, browser
from lyceum.kernel import tenancy
from lyceum.kernel.audit import AuditEntry


def rows_after(client, method, url):
    """Return how many rows one request left, then take it back."""
    cache.clear()
    with transaction.atomic():
        with tenancy.everywhere():
            before = AuditEntry.objects.count()
        status = getattr(client, method)(url).status_code
        with tenancy.everywhere():
            found = AuditEntry.objects.count() - before
        transaction.set_rollback(True)
    return status, found


@pytest.mark.parametrize("who", ["chen", "amina", "bruno", "olga"])
def test_each_refusal_leaves_one_row_and_what_is_allowed_none(world, who):
    client, wrong = browser(world.cast, who), []
    cookies = client.cookies.copy()
    for route in ROUTES:
        url = address(route, world.arguments)
        status, found = rows_after(client, "get", url)
        client.cookies = cookies.copy()
        named = any(name.endswith("_id") for name in route.arguments)
        refused = status == 403 or (status == 404 and named)
        if found != int(refused):
            wrong.append(f"{route.name}: {status} left {found}")
        if expected(who, route) in {FORBIDDEN, MISSING} and status < 400:
            wrong.append(f"{route.name}: {status}")
    assert not wrong, "\n".join([f"As {who}:", *wrong])
