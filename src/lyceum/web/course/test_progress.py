from django.urls import reverse

from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record.actions import record_view


def progress(client, cast):
    return client.get(reverse("course:progress", args=[cast.course.pk]))


def test_a_teacher_sees_what_the_learner_did(cast, sign_in, django_assert_max_num_queries):
    enrolment = Enrolment.objects.get(person=cast.amina)
    record_view(enrolment, cast.page, by=cast.amina)
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        page = progress(client, cast).content.decode()
    assert "1 / 1" in page
    assert "1 of 2 done" in page


def test_the_wrong_people_do_not_see_it(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.chen, 404), (cast.olga, 404)):
        assert progress(sign_in(person), cast).status_code == status
