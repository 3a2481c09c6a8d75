import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.core.enrolment.actions import change_offering
from lyceum.core.enrolment.models import Enrolment


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


def join(client, cast, **data):
    return client.post(reverse("catalogue:joining", args=[cast.course.pk]), data)


def test_joining_an_open_course_leads_into_it(cast, sign_in):
    change_offering(cast.course, "open", by=cast.kofi)
    response = join(sign_in(cast.chen), cast)
    assert response["Location"] == reverse("course:outline", args=[cast.course.pk])
    assert Enrolment.objects.filter(person=cast.chen, role="learner").count() == 1


def test_joining_twice_says_so_and_keeps_one_enrolment(cast, sign_in):
    change_offering(cast.course, "open", by=cast.kofi)
    client = sign_in(cast.chen)
    join(client, cast)
    page = client.post(
        reverse("catalogue:joining", args=[cast.course.pk]), follow=True
    ).content.decode()
    assert "already" in page
    assert Enrolment.objects.filter(person=cast.chen).count() == 1


def test_security_66_guessing_a_code_ends_after_ten_tries(cast, sign_in):
    code = change_offering(cast.course, "code", by=cast.kofi).code
    client = sign_in(cast.chen)
    for _ in range(10):
        assert join(client, cast, code="WRONG").status_code == 422
    refused = join(client, cast, code=code)
    assert refused.status_code == 429
    assert "Retry-After" in refused
    assert not Enrolment.objects.filter(person=cast.chen).exists()


def test_a_course_by_invitation_cannot_be_joined(cast, sign_in):
    assert join(sign_in(cast.chen), cast).status_code == 404
    assert join(sign_in(cast.olga), cast).status_code == 404
