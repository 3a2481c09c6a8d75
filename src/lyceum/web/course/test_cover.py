from io import BytesIO

from django.urls import reverse
from PIL import Image

from lyceum.core.courses.actions import change_course
from lyceum.core.enrolment.actions import change_offering
from lyceum.kernel.files import keep_image


def with_cover(cast):
    picture = BytesIO()
    Image.new("RGB", (64, 36), "teal").save(picture, "PNG")
    picture.seek(0)
    change_course(cast.course, image=keep_image(picture, name="cover.png"), by=cast.kofi)
    return reverse("course:cover", args=[cast.course.pk])


def test_the_cover_is_seen_by_whoever_may_find_the_course(cast, sign_in):
    url = with_cover(cast)
    assert sign_in(cast.amina).get(url)["Content-Type"] == "image/webp"
    assert sign_in(cast.chen).get(url).status_code == 404
    change_offering(cast.course, "open", by=cast.kofi)
    assert sign_in(cast.chen).get(url).status_code == 200
    assert sign_in(None).get(url).status_code == 200
    assert sign_in(cast.olga).get(url).status_code == 404


def test_a_course_without_a_cover_has_none(cast, sign_in):
    url = reverse("course:cover", args=[cast.course.pk])
    assert sign_in(cast.amina).get(url).status_code == 404
