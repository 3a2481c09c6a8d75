from django.urls import reverse

from lyceum.core.courses.models import Item


def test_an_item_is_copied_as_a_draft(cast, sign_in):
    sign_in(cast.kofi).post(reverse("course:item_copy", args=[cast.page.pk]))
    assert not Item.objects.get(title="How tides work (copy 2)").is_published


def test_the_wrong_people_do_not_copy(cast, sign_in):
    url = reverse("course:item_copy", args=[cast.page.pk])
    for person, status in ((cast.amina, 403), (cast.chen, 404)):
        assert sign_in(person).post(url).status_code == status
    assert Item.objects.count() == 1
