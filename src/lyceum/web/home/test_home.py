import pytest
from django.urls import reverse

from lyceum.core.courses import actions as courses
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record.actions import record_place
from lyceum.web.home.home import called

HOME = reverse("home:home")


def test_a_learner_resumes_where_they_left_off(cast, sign_in):
    item = courses.create_item(cast.module, "page", "Spring tides", by=cast.kofi)
    courses.change_item(item, completion="marked", by=cast.kofi)
    courses.publish_item(item, by=cast.kofi)
    enrolment = Enrolment.objects.get(course=cast.course, person=cast.amina)
    record_place(enrolment, item, place="7", seconds=3, by=cast.amina)
    page = sign_in(cast.amina).get(HOME).content.decode()
    assert "Spring tides" in page
    assert reverse("course:item", args=[item.pk]) in page


def test_resume_says_in_which_module_and_under_which_heading_a_learner_stopped(cast, sign_in):
    item = courses.create_item(cast.module, "page", "Spring tides", by=cast.kofi)
    text = "<h2>Springs</h2><p>High.</p><h2>Neaps</h2><p>Low.</p>"
    courses.publish_page(item, text, based_on=0, by=cast.kofi)
    courses.change_item(item, completion="marked", by=cast.kofi)
    enrolment = Enrolment.objects.get(course=cast.course, person=cast.amina)
    record_place(enrolment, item, place="3", seconds=3, by=cast.amina)
    page = sign_in(cast.amina).get(HOME).content.decode()
    assert "You stopped at “Neaps”" in page
    assert cast.module.title in page


@pytest.mark.parametrize(
    ("name", "first"), [("Amina Diallo", "Amina"), ("Dr. Kofi Osei", "Kofi"), ("Xu", "Xu")]
)
def test_people_are_greeted_by_the_first_word_of_their_name(name, first):
    assert called(name) == first


def test_a_teacher_sees_who_fell_behind(cast, sign_in):
    assert "Nobody has been quiet" in sign_in(cast.kofi).get(HOME).content.decode()


def test_an_administrator_sees_the_institution(cast, sign_in):
    page = sign_in(cast.ruth).get(HOME).content.decode()
    assert "Harbour College" in page
    assert "6 people" in page


def test_a_person_without_courses_is_shown_the_catalogue(cast, sign_in):
    page = sign_in(cast.chen).get(HOME).content.decode()
    assert reverse("catalogue:catalogue") in page


@pytest.mark.parametrize("who", ["amina", "kofi", "chen"])
def test_home_costs_at_most_8_queries(cast, sign_in, who, django_assert_max_num_queries):
    client = sign_in(getattr(cast, who))
    with django_assert_max_num_queries(8):
        client.get(HOME)


def test_home_of_an_administrator_costs_at_most_8_queries(
    cast, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.ruth)
    client.get(HOME)
    with django_assert_max_num_queries(8):
        client.get(HOME)
