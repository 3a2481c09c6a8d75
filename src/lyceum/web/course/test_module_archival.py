from django.urls import reverse

from lyceum.core.courses.models import Module


def test_a_deleted_module_comes_back(cast, sign_in):
    client, url = sign_in(cast.kofi), reverse("course:module_archival", args=[cast.module.pk])
    assert b"was deleted" in client.post(url, follow=True).content
    assert Module.objects.get().archived_by == cast.kofi
    client.post(url, {"restore": 1})
    assert Module.objects.get().archived_at is None


def test_the_wrong_people_do_not_delete(cast, sign_in):
    url = reverse("course:module_archival", args=[cast.module.pk])
    for person, status in ((cast.amina, 403), (cast.chen, 404), (cast.olga, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Module.objects.get().archived_at is None
