from django.urls import reverse

from lyceum.core.courses.models import Course


def test_publishing_and_taking_it_back(cast, sign_in):
    url = reverse("course:publication", args=[cast.course.pk])
    client = sign_in(cast.kofi)
    client.post(url, {"withdraw": 1})
    assert Course.objects.get().state == "draft"
    assert (
        sign_in(cast.amina).get(reverse("course:outline", args=[cast.course.pk])).status_code == 404
    )
    client.post(url)
    assert Course.objects.get().state == "published"


def test_the_wrong_people_do_not_publish(cast, sign_in):
    url = reverse("course:publication", args=[cast.course.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404), (cast.olga, 404)):
        assert sign_in(person).post(url, {"withdraw": 1}).status_code == status
    assert sign_in(cast.kofi).get(url).status_code == 405
    assert Course.objects.get().state == "published"
