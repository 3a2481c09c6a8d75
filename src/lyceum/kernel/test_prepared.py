from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from lyceum.kernel import tenancy
from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.prepared import prepared

ONE, OTHER = UUID(int=1), UUID(int=2)
pytestmark = pytest.mark.django_db


@prepared
def named(name: str) -> QuerySet[StoredFile]:
    return StoredFile.objects.filter(name=name)


@prepared
def sizes(*, largest_first: bool) -> QuerySet[StoredFile, tuple[str, int]]:
    order = "-size" if largest_first else "size"
    return StoredFile.objects.order_by(order).values_list("name", "size")


@prepared
def stored_after(edge: datetime) -> QuerySet[StoredFile]:
    return StoredFile.objects.filter(created_at__gt=edge)


@prepared
def forgetful(name: str) -> QuerySet[StoredFile]:
    return StoredFile.objects.all()


@pytest.fixture(autouse=True)
def files():
    for tenant, name, size in ((ONE, "wave", 3), (ONE, "tide", 5), (OTHER, "wave", 7)):
        with tenancy.using(tenant):
            StoredFile.objects.create(name=name, size=size, sha256="0", media_type="image/png")


@pytest.mark.parametrize("tenant", [ONE, OTHER])
def test_rows_are_those_of_the_plain_query_for_each_tenant_and_value(tenant):
    with tenancy.using(tenant):
        for name in ("wave", "tide", "wave"):
            assert named(name) == list(StoredFile.objects.filter(name=name))


def test_the_same_sql_is_sent_as_the_plain_query_sends():
    with tenancy.using(ONE), CaptureQueriesContext(connection) as sent:
        named("wave")
        named("tide")
        list(StoredFile.objects.filter(name="tide"))
    assert len(sent) == 3
    assert sent[1]["sql"] == sent[2]["sql"]


def test_what_is_found_is_a_whole_object_that_can_be_saved():
    with tenancy.using(ONE):
        (wave,) = named("wave")
        wave.size = 4
        wave.save()
        assert (wave.pk, wave.tenant_id) == (StoredFile.objects.get(size=4).pk, ONE)


def test_each_shape_has_sql_of_its_own():
    with tenancy.using(ONE):
        assert sizes(largest_first=True) == [("tide", 5), ("wave", 3)]
        assert sizes(largest_first=False) == [("wave", 3), ("tide", 5)]


def test_a_moment_is_a_value_too():
    with tenancy.using(ONE):
        now = StoredFile.objects.first().created_at
        for edge, found in ((now - timedelta(days=1), 2), (now + timedelta(days=1), 0)):
            assert len(stored_after(edge)) == found


def test_without_a_tenant_it_raises_even_after_a_system_task_saw_everything():
    with tenancy.everywhere():
        assert len(named("wave")) == 2
    with pytest.raises(tenancy.UnscopedQuery):
        named("wave")


def test_a_value_that_the_database_is_not_asked_about_is_a_mistake():
    with tenancy.using(ONE), pytest.raises(TypeError, match="forgetful"):
        forgetful("wave")
