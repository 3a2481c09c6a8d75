import sqlite3
import threading
import warnings
from decimal import Decimal

import pytest
from django.db import IntegrityError, OperationalError, connection, models, transaction
from django.db.models import F, Window
from django.db.models.functions import RowNumber

from lyceum.kernel import clock
from lyceum.kernel.events.models import Lease, OutboxEvent
from lyceum.kernel.ids import uuid7
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.sqlite import SAFE_SINCE, warn_if_unsafe
from lyceum.kernel.sqlite.base import DatabaseWrapper

SETTINGS = {
    "ENGINE": "lyceum.kernel.sqlite",
    "OPTIONS": {},
    "TIME_ZONE": None,
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "AUTOCOMMIT": True,
    "ATOMIC_REQUESTS": False,
    "TEST": {"NAME": None},
}


@pytest.fixture
def on_disk(tmp_path, django_db_blocker):
    """Open wrappers on one database file."""
    opened = []

    def wrapper(**options):
        settings = {**SETTINGS, "NAME": tmp_path / "db.sqlite3", "OPTIONS": options}
        opened.append(DatabaseWrapper(settings, alias="other"))
        return opened[-1]

    with django_db_blocker.unblock():
        yield wrapper
        for one in opened:
            one.close()


def pragma(wrapper, name):
    with wrapper.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("wal_autocheckpoint", 1000),
        ("busy_timeout", 20_000),
    ],
)
def test_the_durable_options_are_in_force_on_a_file(on_disk, name, value):
    assert pragma(on_disk(), name) == value


def test_the_settings_may_say_otherwise(on_disk):
    other = on_disk(timeout=1, transaction_mode="DEFERRED", init_command="PRAGMA synchronous=EXTRA")
    assert (pragma(other, "synchronous"), pragma(other, "busy_timeout")) == (3, 1_000)
    assert other.transaction_mode == "DEFERRED"


def test_a_transaction_takes_the_write_lock_at_its_start(on_disk):
    first, second = on_disk(), on_disk(timeout=0)
    first.ensure_connection()
    second.ensure_connection()
    assert first.transaction_mode == "IMMEDIATE"
    first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with pytest.raises(OperationalError, match="locked"):
        second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    first.rollback()


def test_the_bundled_sqlite_is_one_without_the_wal_bug(on_disk):
    assert on_disk().get_database_version() >= SAFE_SINCE
    assert sqlite3.__name__ == "sqlite3"


def test_an_unsafe_sqlite_is_named_with_what_to_do():
    with pytest.warns(RuntimeWarning, match=r"3\.40\.1 has the WAL-reset bug.*pysqlite3"):
        warn_if_unsafe((3, 40, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_if_unsafe((3, 51, 3))


def test_foreign_keys_hold(on_disk):
    with on_disk().cursor() as cursor:
        cursor.execute("CREATE TABLE a (id integer primary key)")
        cursor.execute("CREATE TABLE b (a integer references a (id))")
        with pytest.raises(IntegrityError):
            cursor.execute("INSERT INTO b VALUES (7)")


def test_values_come_back_with_their_types(on_disk):
    with on_disk().cursor() as cursor:
        cursor.execute("CREATE TABLE t (d decimal, b bool, at datetime, x text)")
        cursor.execute(
            "INSERT INTO t VALUES (%s, %s, %s, %s)", [Decimal("1.50"), True, clock.now(), "é"]
        )
        row = cursor.execute("SELECT b, at, x FROM t").fetchone()
    assert row[0] is True
    assert row[1].year == clock.now().year
    assert row[2] == "é"


@pytest.mark.django_db
def test_json_windows_upserts_and_many_rows_work_on_this_database():
    Job.objects.bulk_create(
        Job(tenant_id=uuid7(), kind="k", title=str(n), arguments={"n": n, "deep": [{"x": "é"}]})
        for n in range(5_000)
    )
    assert Job.objects.filter(arguments__n=7, arguments__deep__0__x="é").get().title == "7"
    numbered = Job.objects.annotate(at=Window(RowNumber(), order_by=F("created_at").asc()))
    assert numbered.order_by("-at").values_list("at", flat=True).first() == 5_000
    lease = Lease(name="x", holder="a", until=clock.now())
    for holder in "ab":
        lease.holder = holder
        Lease.objects.bulk_create(
            [lease], update_conflicts=True, unique_fields=["name"], update_fields=["holder"]
        )
    assert Lease.objects.get().holder == "b"
    assert len(Job.objects.in_bulk(list(Job.objects.values_list("pk", flat=True)))) == 5_000
    assert Job.objects.aggregate(most=models.Max("title"))["most"] == "999"
    assert Job.objects.filter(title__iregex="^[0-4]$").count() == 5


@pytest.mark.django_db
def test_a_new_row_knows_its_key():
    first, second = (
        OutboxEvent.objects.create(tenant_id=uuid7(), name="a", payload="{}") for _ in range(2)
    )
    assert first.pk < second.pk


@pytest.mark.django_db(transaction=True)
def test_threads_see_what_others_have_committed():
    with transaction.atomic():
        Lease.objects.create(name="x", until=clock.now())
    seen = []

    def look():
        seen.append(Lease.objects.count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


@pytest.mark.django_db
def test_debug_shows_queries_with_their_values(settings, django_assert_num_queries):
    settings.DEBUG = True
    with django_assert_num_queries(1) as captured:
        Lease.objects.filter(name="O'Neil").exists()
    assert "O''Neil" in captured.captured_queries[0]["sql"]
