from django.urls import reverse

from lyceum.core.courses.actions import create_item
from lyceum.core.courses.models import Item


def url_of(cast):
    return reverse("course:module_publication", args=[cast.module.pk])


def test_all_drafts_of_a_module_are_published_at_once(cast, sign_in):
    for title in ("Spring tides", "Neap tides"):
        create_item(cast.module, "page", title, by=cast.kofi)
    client = sign_in(cast.kofi)
    outline = reverse("course:outline", args=[cast.course.pk]) + "?edit=1"
    assert "Publish 2 drafts" in client.get(outline).content.decode()
    page = client.post(url_of(cast), follow=True).content.decode()
    assert "2 items were published." in page
    assert "Publish 2 drafts" not in page
    assert all(item.is_published for item in Item.objects.all())


def test_the_wrong_people_publish_no_module(cast, sign_in):
    draft = create_item(cast.module, "page", "Spring tides", by=cast.kofi)
    for person, status in (
        (cast.amina, 403), (cast.mira, 403), (cast.chen, 404), (cast.olga, 404)
    ):  # fmt: skip
        assert sign_in(person).post(url_of(cast)).status_code == status
    assert not Item.objects.get(pk=draft.pk).is_published
