from django.core.files.base import ContentFile
from django.urls import reverse

from lyceum.core.courses.actions import keep_course_file, publish_page, save_draft
from lyceum.core.courses.models import Item
from lyceum.core.courses.queries import file_uses


def keep(cast, name="table.csv"):
    return keep_course_file(cast.course, ContentFile(b"time,height\n"), name=name, by=cast.kofi)


def url_of(cast):
    return reverse("course:files", args=[cast.course.pk])


def test_a_teacher_sees_each_file_and_where_it_is_used(
    cast, sign_in, django_assert_max_num_queries
):
    shown, idle = keep(cast, "tide.csv"), keep(cast, "idle.pdf")
    publish_page(cast.page, f'<a href="/files/{shown.pk}">Tides</a>', based_on=1, by=cast.kofi)
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        page = client.get(url_of(cast)).content.decode()
    for words in ("tide.csv", "idle.pdf", "CSV", "12\xa0bytes", "How tides work", "Nowhere"):
        assert words in page
    assert set(file_uses(cast.course)) == {shown.pk}
    assert idle.pk not in file_uses(cast.course)


def test_a_file_in_an_unfinished_text_is_in_use(cast):
    file = keep(cast)
    save_draft(cast.page, f'<img src="/files/{file.pk}" alt="x">', based_on=1, by=cast.kofi)
    assert file_uses(cast.course) == {file.pk: [cast.page]}


def test_files_are_found_by_their_name(cast, sign_in):
    keep(cast, "tide.csv"), keep(cast, "map.pdf")
    page = sign_in(cast.kofi).get(url_of(cast), {"q": "MAP"}).content.decode()
    assert "map.pdf" in page
    assert "tide.csv" not in page
    assert "No file fits" in sign_in(cast.kofi).get(url_of(cast), {"q": "x"}).content.decode()


def test_a_course_without_files_says_where_they_come_from(cast, sign_in):
    assert "No files yet" in sign_in(cast.kofi).get(url_of(cast)).content.decode()


def test_a_file_becomes_a_draft_item_of_a_module(cast, sign_in):
    file = keep(cast)
    sent = {"file": file.pk, "module": cast.module.pk}
    answer = sign_in(cast.kofi).post(url_of(cast), sent)
    item = Item.objects.get(kind="file")
    assert answer.status_code == 303
    assert (item.title, item.file_content.file, item.is_published) == ("table.csv", file, False)
    assert file_uses(cast.course) == {file.pk: [item]}


def test_without_a_file_and_a_module_of_the_course_nothing_is_added(cast, sign_in):
    client = sign_in(cast.kofi)
    for sent in ({"file": "x", "module": cast.module.pk}, {"file": keep(cast).pk, "module": ""}):
        page = client.post(url_of(cast), sent, follow=True).content.decode()
        assert "Nothing was added" in page
    assert not Item.objects.filter(kind="file").exists()


def test_the_wrong_people_see_no_files(cast, sign_in):
    for person, status in (
        (cast.amina, 403), (cast.mira, 403), (cast.chen, 404), (cast.olga, 404)
    ):  # fmt: skip
        assert sign_in(person).get(url_of(cast)).status_code == status
