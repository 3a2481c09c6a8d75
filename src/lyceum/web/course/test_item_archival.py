from django.urls import reverse

from lyceum.core.courses.models import Item


def test_a_deleted_item_comes_back(cast, sign_in):
    client, url = sign_in(cast.kofi), reverse("course:item_archival", args=[cast.page.pk])
    assert b"was deleted" in client.post(url, follow=True).content
    assert sign_in(cast.amina).get(reverse("course:item", args=[cast.page.pk])).status_code == 404
    client.post(url, {"restore": 1})
    assert Item.objects.get().archived_at is None


def test_the_wrong_people_do_not_delete(cast, sign_in):
    url = reverse("course:item_archival", args=[cast.page.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Item.objects.get().archived_at is None
