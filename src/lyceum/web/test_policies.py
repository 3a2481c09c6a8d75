import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    ("who", "status"), [("kofi", 200), ("amina", 200), ("chen", 404), ("olga", 404)]
)
def test_a_course_by_invitation_is_a_404_to_strangers(cast, sign_in, who, status):
    url = reverse("course:outline", args=[cast.course.pk])
    assert sign_in(getattr(cast, who)).get(url).status_code == status


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(cast, sign_in):
    url = reverse("course:outline", args=[cast.course.pk])
    response = sign_in(None).get(url)
    assert response.status_code == 302
    assert "next=%2Fcourses%2F" in response["Location"]


def test_a_deleted_course_says_so_to_those_who_knew_it(cast, sign_in):
    url = reverse("course:outline", args=[cast.course.pk])
    sign_in(cast.kofi).post(reverse("course:archival", args=[cast.course.pk]))
    assert sign_in(cast.amina).get(url).status_code == 410
    assert sign_in(cast.chen).get(url).status_code == 404
    response = sign_in(cast.kofi).get(url)
    assert response.status_code == 410


def test_private_pages_are_not_stored(cast, sign_in):
    response = sign_in(cast.amina).get(reverse("home:home"))
    assert "no-store" in response["Cache-Control"]
