from datetime import timedelta
from uuid import UUID

import pytest

from lyceum.kernel import clock, tenancy
from lyceum.kernel.audit import AuditEntry, note_refusal, sweep_audit

HARBOUR, NORTHGATE = UUID(int=1), UUID(int=2)
pytestmark = pytest.mark.django_db


def note(**more):
    told = {"actor_id": None, "address": "192.0.2.7", "method": "GET", "path": "/x", "status": 403}
    return note_refusal(**told | {"request_id": "a"} | more)


def test_a_refusal_belongs_to_the_institution_it_happened_in():
    with tenancy.using(HARBOUR):
        note(path="/" + "x" * 900)
        assert len(AuditEntry.objects.get().path) == 300
    with tenancy.using(NORTHGATE):
        assert not AuditEntry.objects.exists()


def test_refusals_are_kept_for_half_a_year():
    with tenancy.using(HARBOUR):
        with clock.freeze(clock.now() - timedelta(days=181)):
            note()
        young = note()
        assert sweep_audit() == 1
        assert AuditEntry.objects.get() == young
