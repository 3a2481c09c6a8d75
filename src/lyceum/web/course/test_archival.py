from django.urls import reverse

from lyceum.core.courses.models import Course


def test_a_deleted_course_comes_back_by_undo(cast, sign_in):
    url = reverse("course:archival", args=[cast.course.pk])
    client = sign_in(cast.kofi)
    page = client.post(url, follow=True).content.decode()
    assert "was deleted" in page
    assert Course.objects.get().state == "archived"
    client.post(url, {"restore": 1})
    assert Course.objects.get().state == "published"


def test_the_wrong_people_do_not_delete(cast, sign_in):
    url = reverse("course:archival", args=[cast.course.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404), (cast.olga, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Course.objects.get().state == "published"
