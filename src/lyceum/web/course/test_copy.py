from django.urls import reverse

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.queries import people_in


def test_a_copy_has_its_maker_as_teacher_and_nobody_else(cast, sign_in):
    sign_in(cast.kofi).post(reverse("course:copy", args=[cast.course.pk]))
    copy = Course.objects.get(title="Oceans and coasts (copy 2)")
    assert [(row.person, row.role) for row in people_in(copy)] == [(cast.kofi, "teacher")]


def test_the_wrong_people_do_not_copy(cast, sign_in):
    url = reverse("course:copy", args=[cast.course.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Course.objects.count() == 1
