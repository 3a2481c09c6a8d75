from django.urls import reverse

from lyceum.core.courses import actions as courses


def player(client, item):
    return client.get(reverse("course:item", args=[item.pk]))


def add(cast, kind, title, data):
    item = courses.create_item(cast.module, kind, title, data, by=cast.kofi)
    return courses.publish_item(item, by=cast.kofi)


def test_a_page_shows_its_text_and_the_way_on(cast, sign_in, django_assert_max_num_queries):
    following = add(cast, "link", "Tide tables", {"url": "https://tides.example/"})
    client = sign_in(cast.amina)
    with django_assert_max_num_queries(10):
        page = player(client, cast.page).content.decode()
    assert "The Moon pulls." in page
    assert reverse("course:item", args=[following.pk]) in page


def test_a_link_opens_elsewhere_without_telling_where_from(cast, sign_in):
    link = add(cast, "link", "Tide tables", {"url": "https://tides.example/"})
    page = player(sign_in(cast.amina), link).content.decode()
    assert 'href="https://tides.example/"' in page
    assert "noreferrer" in page


def test_opening_a_page_changes_nothing_by_itself(cast, sign_in):
    player(sign_in(cast.amina), cast.page)
    assert not cast.page.progress.exists()


def test_a_draft_is_a_404_for_learners(cast, sign_in):
    draft = courses.create_item(cast.module, "page", "Plans", by=cast.kofi)
    assert player(sign_in(cast.amina), draft).status_code == 404
    assert player(sign_in(cast.mira), draft).status_code == 200


def test_the_wrong_people_do_not_see_it(cast, sign_in):
    for person in (cast.chen, cast.olga):
        assert player(sign_in(person), cast.page).status_code == 404


def test_an_item_of_a_deleted_course_says_that_it_was_deleted(cast, sign_in):
    courses.archive_course(cast.course, by=cast.kofi)
    assert player(sign_in(cast.amina), cast.page).status_code == 410
