from django.urls import reverse

from lyceum.core.enrolment.actions import change_offering


def test_a_course_is_listed_when_it_is_offered(cast, sign_in):
    url = reverse("catalogue:catalogue")
    assert b"Oceans" not in sign_in(None).get(url).content
    change_offering(cast.course, "open", by=cast.kofi)
    assert b"Oceans" in sign_in(None).get(url).content
    assert b"Oceans" not in sign_in(cast.olga).get(url).content


def test_the_catalogue_can_be_searched_in_few_queries(cast, sign_in, django_assert_max_num_queries):
    change_offering(cast.course, "code", by=cast.kofi)
    client = sign_in(cast.chen)
    with django_assert_max_num_queries(10):
        page = client.get(reverse("catalogue:catalogue"), {"q": "ocean OCE"})
    assert b"Oceans" in page.content
    assert b"Oceans" not in client.get(reverse("catalogue:catalogue"), {"q": "poetry"}).content
