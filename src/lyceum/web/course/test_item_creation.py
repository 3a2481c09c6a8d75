import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lyceum.core.courses.models import Item


def url_of(cast, kind):
    return reverse("course:item_creation", args=[cast.module.pk, kind])


def test_a_page_begins_in_the_editor_at_once(cast, sign_in):
    response = sign_in(cast.kofi).post(url_of(cast, "page"))
    item = Item.objects.get(title="New page")
    assert response["Location"] == reverse("course:text", args=[item.pk])
    assert not item.is_published


def test_a_link_is_added_and_published_in_one_step(cast, sign_in):
    sent = {"title": "Tide tables", "url": "https://tides.example", "publish": 1}
    sign_in(cast.kofi).post(url_of(cast, "link"), sent)
    item = Item.objects.get(kind="link")
    assert item.is_published
    assert item.link.url == "https://tides.example"


@pytest.mark.parametrize("url", ["", "tides", "javascript:alert(1)", "ftp://x.example"])
def test_an_address_that_is_none_is_said_beside_the_field(cast, sign_in, url):
    sent = {"title": "Tide tables", "url": url}
    response = sign_in(cast.kofi).post(url_of(cast, "link"), sent)
    item = Item.objects.filter(kind="link").first()
    assert item is None or item.link.url.startswith("https://")
    if item is None:
        assert response.status_code == 422


def test_a_file_is_added(cast, sign_in):
    sent = {"title": "Table", "upload": SimpleUploadedFile("t.csv", b"a,b\n1,2\n")}
    sign_in(cast.kofi).post(url_of(cast, "file"), sent)
    assert Item.objects.get(kind="file").file_content.file.file.name == "t.csv"


def test_without_its_file_no_file_item_is_added(cast, sign_in):
    assert sign_in(cast.kofi).post(url_of(cast, "file"), {"title": "Table"}).status_code == 422
    assert not Item.objects.filter(kind="file").exists()


def test_unknown_and_waiting_kinds_cannot_be_added(cast, sign_in):
    for kind in ("teleport", "unconverted"):
        assert sign_in(cast.kofi).get(url_of(cast, kind)).status_code == 404


def test_the_wrong_people_add_nothing(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert sign_in(person).post(url_of(cast, "page")).status_code == status
    assert Item.objects.count() == 1


def test_a_title_that_cannot_be_read_is_asked_for_again(cast, sign_in):
    kofi = sign_in(cast.kofi)
    for kind in ("page", "link"):
        url = reverse("course:item_creation", args=[cast.module.pk, kind])
        answer = kofi.post(url, {"title": "\u202e", "url": "https://example.org/"})
        assert answer.status_code == 422
        assert "Give it a title that can be read." in answer.content.decode()
