import pytest
from django.urls import reverse

from lyceum.core.courses.actions import archive_course
from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import open_course

COURSES = reverse("admin:courses")


def test_every_course_is_listed_with_its_people(cast, sign_in, django_assert_max_num_queries):
    for n in range(5):
        open_course(f"Course {n}", by=cast.kofi)
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = client.get(COURSES).content.decode()
    assert "Oceans and coasts" in page
    assert '<td data-label="Learners">2</td><td data-label="Staff">2</td>' in page
    assert "Course 4" not in client.get(COURSES, {"state": "published"}).content.decode()
    assert "Oceans" not in client.get(COURSES, {"q": "course"}).content.decode()


def test_a_deleted_course_is_restored_and_the_list_shown_again(cast, sign_in):
    archive_course(cast.course, by=cast.kofi)
    client = sign_in(cast.ruth)
    url = COURSES + "?state=archived"
    page = client.get(url).content.decode()
    restore = reverse("course:archival", args=[cast.course.pk])
    assert f'action="{restore}"' in page
    response = client.post(restore, {"restore": "1", "next": url})
    assert response["Location"] == url
    assert Course.objects.get(pk=cast.course.pk).archived_at is None


@pytest.mark.parametrize("who", ["kofi", "amina", "chen"])
def test_nobody_else_sees_all_courses(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(COURSES).status_code == 403


def test_another_institution_sees_its_own(cast, sign_in):
    assert b"Oceans" not in sign_in(cast.olga).get(COURSES).content
