from django.urls import reverse

from lyceum.core.courses.actions import publish_page, save_draft, withdraw_course
from lyceum.core.courses.models import Item, Page, PageDraft


def write(client, item, **data):
    sent = {"title": "How tides work", "body": "<p>New</p>", "based_on": 1} | data
    return client.post(reverse("course:text", args=[item.pk]), sent)


def test_a_teacher_writes_in_the_place_where_learners_read(cast, sign_in):
    client = sign_in(cast.kofi)
    page = client.get(reverse("course:text", args=[cast.page.pk])).content.decode()
    assert "&lt;p&gt;The Moon pulls.&lt;/p&gt;" in page
    response = write(client, cast.page, title="Tides")
    assert response["Location"] == reverse("course:item", args=[cast.page.pk])
    assert Page.objects.get().body == "<p>New</p>"
    assert Item.objects.get().title == "Tides"


def test_in_a_draft_course_the_teacher_goes_on_with_the_outline(cast, sign_in):
    withdraw_course(cast.course, by=cast.kofi)
    response = write(sign_in(cast.kofi), cast.page)
    assert response["Location"].startswith(reverse("course:outline", args=[cast.course.pk]))


def test_a_draft_waits_where_it_was_left(cast, sign_in):
    save_draft(cast.page, "<p>Half a thought</p>", based_on=1, by=cast.kofi)
    page = sign_in(cast.kofi).get(reverse("course:text", args=[cast.page.pk]))
    assert b"Half a thought" in page.content
    assert b"Half a thought" not in (
        sign_in(cast.ruth).get(reverse("course:text", args=[cast.page.pk])).content
    )


def test_the_second_of_two_teachers_sees_both_texts_and_loses_nothing(cast, sign_in):
    publish_page(cast.page, "<p>Kofi was here</p>", based_on=1, by=cast.kofi)
    response = write(sign_in(cast.ruth), cast.page, body="<p>So was Ruth</p>")
    assert response.status_code == 409
    assert b"Kofi was here" in response.content
    assert b"So was Ruth" in response.content
    assert PageDraft.objects.get(person=cast.ruth).body == "<p>So was Ruth</p>"


def test_a_text_that_is_not_published_leaves_the_title_alone(cast, sign_in):
    write(sign_in(cast.kofi), cast.page, title="Ebb and flood")
    late = write(sign_in(cast.ruth), cast.page, title="How tides work")
    large = write(sign_in(cast.kofi), cast.page, title="Waves", body="a" * 3_000_000, based_on=2)
    assert (late.status_code, large.status_code) == (409, 413)
    assert Item.objects.get().title == "Ebb and flood"


def test_a_title_that_shows_nothing_is_asked_for_again(cast, sign_in):
    response = write(sign_in(cast.kofi), cast.page, title="\u202e", body="<p>Long work</p>")
    assert response.status_code == 422
    assert "Give it a title that can be read." in response.content.decode()
    assert Page.objects.get().revision == 1


def test_a_title_of_nothing_keeps_the_text_on_the_screen(cast, sign_in):
    response = write(sign_in(cast.kofi), cast.page, title="  ", body="<p>Long work</p>")
    assert response.status_code == 422
    assert b"Long work" in response.content
    assert Page.objects.get().revision == 1


def test_a_text_of_five_megabytes_is_refused_with_a_sentence(cast, sign_in):
    response = write(sign_in(cast.kofi), cast.page, body="<p>" + "a" * 5_000_000 + "</p>")
    assert response.status_code == 413
    assert Page.objects.get().revision == 1


def test_discarding_forgets_the_draft_alone(cast, sign_in):
    save_draft(cast.page, "<p>Half</p>", based_on=1, by=cast.kofi)
    write(sign_in(cast.kofi), cast.page, discard=1)
    assert not PageDraft.objects.exists()
    assert Page.objects.get().body == "<p>The Moon pulls.</p>"


def test_the_wrong_people_do_not_write(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert write(sign_in(person), cast.page).status_code == status
    assert Page.objects.get().revision == 1
