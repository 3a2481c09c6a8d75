from django.urls import reverse

from lyceum.core.enrolment.models import Enrolment


def change(client, row, **data):
    return client.post(reverse("course:enrolment", args=[row.pk]), data)


def test_a_teacher_gives_a_role_takes_out_and_takes_back(cast, sign_in):
    row = Enrolment.objects.get(person=cast.amina)
    client = sign_in(cast.kofi)
    change(client, row, role="assistant")
    assert Enrolment.objects.get(pk=row.pk).role == "assistant"
    change(client, row, end=1)
    assert Enrolment.objects.get(pk=row.pk).left_at
    change(client, row, restore=1)
    assert Enrolment.objects.get(pk=row.pk).left_at is None


def test_the_last_teacher_stays(cast, sign_in):
    row = Enrolment.objects.get(person=cast.kofi)
    url = reverse("course:enrolment", args=[row.pk])
    assert b"needs a teacher" in sign_in(cast.kofi).post(url, {"end": 1}, follow=True).content
    assert Enrolment.objects.get(pk=row.pk).left_at is None


def test_the_wrong_people_change_nothing(cast, sign_in):
    row = Enrolment.objects.get(person=cast.amina)
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert change(sign_in(person), row, role="teacher").status_code == status
    assert Enrolment.objects.get(pk=row.pk).role == "learner"
