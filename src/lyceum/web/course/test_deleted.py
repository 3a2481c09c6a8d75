from django.urls import reverse

from lyceum.core.courses.actions import archive_item, archive_module


def test_what_was_deleted_waits_with_a_button(cast, sign_in, django_assert_max_num_queries):
    archive_item(cast.page, by=cast.kofi)
    archive_module(cast.module, by=cast.kofi)
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        page = client.get(reverse("course:deleted", args=[cast.course.pk])).content.decode()
    assert "How tides work" in page
    assert page.count('name="restore"') == 2


def test_the_wrong_people_do_not_look(cast, sign_in):
    url = reverse("course:deleted", args=[cast.course.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert sign_in(person).get(url).status_code == status
