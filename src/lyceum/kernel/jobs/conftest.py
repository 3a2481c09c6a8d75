from uuid import UUID

import pytest

from lyceum.kernel import tenancy
from lyceum.kernel.jobs.kinds import KINDS, job

HARBOUR = UUID("0190a000-0000-7000-8000-000000000001")


@pytest.fixture
def harbour():
    """The tenant in use."""
    with tenancy.using(HARBOUR):
        yield HARBOUR


@pytest.fixture
def kind(monkeypatch):
    """Register a job's function for the length of one test."""
    monkeypatch.setattr(KINDS, "_providers", dict(KINDS._providers))
    return lambda name, function: job(name)(function)
