from django.urls import reverse

from lyceum.core.courses.models import Module


def test_a_module_is_copied_with_its_items(cast, sign_in):
    sign_in(cast.kofi).post(reverse("course:module_copy", args=[cast.module.pk]))
    assert Module.objects.get(title="Tides (copy 2)").items.count() == 1


def test_the_wrong_people_do_not_copy(cast, sign_in):
    url = reverse("course:module_copy", args=[cast.module.pk])
    for person, status in ((cast.amina, 403), (cast.chen, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Module.objects.count() == 1
