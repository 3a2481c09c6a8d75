from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import transaction

from lyceum.kernel import tenancy
from lyceum.kernel.events import Event, NoTransaction, emit
from lyceum.kernel.events.event import UnknownEvent, type_named
from lyceum.kernel.events.models import OutboxEvent


@dataclass(frozen=True, kw_only=True)
class GongBeaten(Event):
    """Somebody beat the gong."""

    order_key: ClassVar[str] = "by"
    by: str


@pytest.mark.django_db(transaction=True)
def test_emitting_outside_a_transaction_says_what_to_do(harbour):
    with pytest.raises(NoTransaction, match=r"transaction\.atomic"):
        emit(GongBeaten(by="Amina"))
    assert not OutboxEvent.objects.exists()


@pytest.mark.django_db
def test_emitting_for_no_tenant_raises():
    with pytest.raises(tenancy.NoTenant):
        emit(GongBeaten(by="Amina"))


@pytest.mark.django_db
def test_an_event_is_written_with_its_tenant_name_and_order(harbour):
    row = emit(GongBeaten(by="Amina"))
    row.refresh_from_db()
    assert (row.tenant_id, row.name, row.order_key) == (harbour, "kernel.GongBeaten", "Amina")
    assert row.payload == '{"by":"Amina"}'
    assert type_named(row.name) is GongBeaten


@pytest.mark.django_db
def test_an_event_goes_with_the_change_that_is_rolled_back(harbour):
    with transaction.atomic():
        emit(GongBeaten(by="Amina"))
        transaction.set_rollback(True)
    assert not OutboxEvent.objects.exists()


def test_a_name_that_no_class_has_is_unknown():
    with pytest.raises(UnknownEvent, match="renamed"):
        type_named("kernel.NeverHappened")
