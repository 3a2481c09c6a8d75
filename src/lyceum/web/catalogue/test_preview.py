from django.urls import reverse

from lyceum.core.enrolment.actions import change_offering


def test_a_stranger_looks_at_an_open_course_before_joining(
    cast, sign_in, django_assert_max_num_queries
):
    change_offering(cast.course, "open", by=cast.kofi)
    client = sign_in(cast.chen)
    with django_assert_max_num_queries(10):
        page = client.get(reverse("catalogue:preview", args=[cast.course.pk]))
    assert b"How tides work" in page.content
    assert b"Join this course" in page.content


def test_who_is_in_the_course_is_led_into_it(cast, sign_in):
    response = sign_in(cast.amina).get(reverse("catalogue:preview", args=[cast.course.pk]))
    assert response["Location"] == reverse("course:outline", args=[cast.course.pk])


def test_a_course_by_invitation_is_a_404_for_strangers_and_the_public(cast, sign_in):
    url = reverse("catalogue:preview", args=[cast.course.pk])
    assert sign_in(cast.chen).get(url).status_code == 404
    assert sign_in(None).get(url).status_code == 404
    assert sign_in(cast.olga).get(url).status_code == 404
