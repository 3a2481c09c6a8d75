from django.urls import reverse

from lyceum.core.enrolment.models import CourseInvitation, Enrolment


def invite(client, cast, email, role="learner"):
    url = reverse("course:invitation", args=[cast.course.pk])
    return client.post(url, {"email": email, "role": role})


def test_who_is_here_is_enrolled_and_who_is_not_gets_a_mail(cast, sign_in):
    client = sign_in(cast.kofi)
    assert invite(client, cast, "chen@harbour.test").status_code == 303
    assert Enrolment.objects.filter(person=cast.chen).exists()
    assert invite(client, cast, "zoe@example.org", "observer").status_code == 303
    assert CourseInvitation.objects.get().role == "observer"


def test_an_address_that_is_none_is_said_beside_the_field(cast, sign_in):
    response = invite(sign_in(cast.kofi), cast, "nobody")
    assert response.status_code == 422
    assert b"Amina Diallo" in response.content


def test_the_wrong_people_invite_nobody(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert invite(sign_in(person), cast, "zoe@example.org").status_code == status
    assert not CourseInvitation.objects.exists()
