import pytest
from django.urls import reverse

from lyceum.core.courses import actions as courses
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record.actions import record_view


def outline(client, course, query=""):
    return client.get(reverse("course:outline", args=[course.pk]) + query)


def test_a_learner_sees_the_outline_their_progress_and_where_to_go_on(cast, sign_in):
    page = outline(sign_in(cast.amina), cast.course).content.decode()
    assert "How tides work" in page
    assert "0 of 1 done" in page
    enrolment = Enrolment.objects.get(course=cast.course, person=cast.amina)
    record_view(enrolment, cast.page, by=cast.amina)
    assert "1 of 1 done" in outline(sign_in(cast.amina), cast.course).content.decode()


def test_learners_do_not_see_drafts_and_teachers_do(cast, sign_in):
    courses.create_item(cast.module, "page", "Secret plans", by=cast.kofi)
    assert b"Secret plans" not in outline(sign_in(cast.amina), cast.course).content
    assert b"Secret plans" in outline(sign_in(cast.kofi), cast.course).content


def test_a_change_of_the_outline_is_seen_at_once(cast, sign_in):
    client = sign_in(cast.amina)
    outline(client, cast.course)
    courses.change_item(cast.page, title="Why tides work", by=cast.kofi)
    assert b"Why tides work" in outline(client, cast.course).content


def test_the_title_of_an_item_cannot_carry_markup(cast, sign_in):
    courses.change_item(cast.page, title="<script>alert(1)</script>", by=cast.kofi)
    for person in (cast.amina, cast.kofi):
        assert b"<script>alert" not in outline(sign_in(person), cast.course).content
    assert b"<script>alert" not in outline(sign_in(cast.kofi), cast.course, "?edit=1").content


@pytest.mark.parametrize("items", [1, 40])
def test_the_outline_costs_at_most_10_queries_however_long(
    cast, sign_in, items, django_assert_max_num_queries
):
    for number in range(items):
        item = courses.create_item(cast.module, "page", f"Page {number}", by=cast.kofi)
        courses.publish_item(item, by=cast.kofi)
    for person, query in ((cast.amina, ""), (cast.kofi, ""), (cast.kofi, "?edit=1")):
        client = sign_in(person)
        with django_assert_max_num_queries(10):
            assert outline(client, cast.course, query).status_code == 200


def test_the_wrong_people_do_not_see_it(cast, sign_in):
    for person in (cast.chen, cast.olga):
        assert outline(sign_in(person), cast.course).status_code == 404


def test_a_learner_who_asks_to_edit_is_shown_the_outline(cast, sign_in):
    page = outline(sign_in(cast.amina), cast.course, "?edit=1").content.decode()
    assert "Add module" not in page
