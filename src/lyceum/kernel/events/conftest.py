from uuid import UUID

import pytest

from lyceum.kernel import tenancy
from lyceum.kernel.events import subscribe, unsubscribe

HARBOUR = UUID("0190a000-0000-7000-8000-000000000001")


@pytest.fixture
def harbour():
    """The tenant in use."""
    with tenancy.using(HARBOUR):
        yield HARBOUR


@pytest.fixture
def subscribed():
    """Subscribe a handler for the length of one test."""
    made = []

    def register(event_type, handler):
        subscribe(event_type)(handler)
        made.append((event_type, handler))
        return handler

    yield register
    for event_type, handler in made:
        unsubscribe(event_type, handler)
