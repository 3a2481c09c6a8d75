import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.kernel import tenancy
from lyceum.kernel.audit import AuditEntry
from lyceum.web.auditing import MOST


@pytest.fixture(autouse=True)
def harbour(cast):
    cache.clear()
    with tenancy.using(cast.harbour.pk):
        yield


def kept():
    return list(AuditEntry.objects.order_by("at").values_list("status", "method", "actor_id"))


def test_what_is_known_and_not_allowed_is_one_row(cast, sign_in):
    answer = sign_in(cast.amina).post(reverse("course:archival", args=[cast.course.pk]))
    row = AuditEntry.objects.get()
    assert (answer.status_code, row.status, row.actor_id) == (403, 403, cast.amina.pk)
    assert row.request_id == answer["X-Request-Id"]


def test_what_one_may_not_know_of_is_one_row_and_a_mistyped_address_none(cast, sign_in):
    chen = sign_in(cast.chen)
    assert chen.get(reverse("course:outline", args=[cast.course.pk])).status_code == 404
    assert chen.get("/corses").status_code == 404
    assert kept() == [(404, "GET", cast.chen.pk)]


def test_a_form_from_elsewhere_is_one_row(cast, sign_in):
    amina = sign_in(cast.amina)
    amina.handler.enforce_csrf_checks = True
    assert amina.post(reverse("people:profile"), {"name": "Eve"}).status_code == 403
    assert kept() == [(403, "POST", cast.amina.pk)]


def test_a_wrong_password_is_one_row_of_nobody_without_the_words_typed(cast, sign_in):
    sign_in(None).post(reverse("account_login"), {"login": "ruth@harbour.example", "password": "x"})
    assert kept() == [(422, "POST", None)]


def test_an_address_that_carries_a_secret_is_kept_without_it(cast, sign_in):
    link = reverse("people:invitation", args=["not-a-token-of-ours"])
    sign_in(None).post(link, headers={"Origin": "https://elsewhere.test"})
    assert not AuditEntry.objects.filter(path__contains="not-a-token").exists()


def test_who_tries_every_door_fills_no_disk(cast, sign_in):
    amina, door = sign_in(cast.amina), reverse("course:settings", args=[cast.course.pk])
    for _ in range(MOST + 5):
        assert amina.get(door).status_code == 403
    assert len(kept()) == MOST
