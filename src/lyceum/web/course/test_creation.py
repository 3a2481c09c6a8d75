from django.urls import reverse

from lyceum.core.courses.models import Course

NEW = reverse("course:creation")


def test_a_name_is_enough_for_a_course(cast, sign_in):
    response = sign_in(cast.kofi).post(NEW, {"title": "Waves"})
    course = Course.objects.get(title="Waves")
    assert response["Location"] == reverse("course:outline", args=[course.pk]) + "?edit=1"
    assert course.state == "draft"


def test_an_emoji_is_a_name_and_nothing_is_not(cast, sign_in):
    client = sign_in(cast.kofi)
    assert client.post(NEW, {"title": "🌊"}).status_code == 303
    assert client.post(NEW, {"title": "​"}).status_code == 422
    assert Course.objects.count() == 2


def test_members_make_no_courses(cast, sign_in):
    assert sign_in(cast.chen).get(NEW).status_code == 403
    assert sign_in(cast.chen).post(NEW, {"title": "Mine"}).status_code == 403
    assert Course.objects.count() == 1
