from django.urls import reverse

from lyceum.core.courses.models import Module


def test_a_module_is_added_and_named(cast, sign_in):
    client = sign_in(cast.kofi)
    client.post(reverse("course:module_creation", args=[cast.course.pk]), {"title": "Waves"})
    module = Module.objects.get(title="Waves")
    client.post(reverse("course:module", args=[module.pk]), {"title": "🌊"})
    assert Module.objects.get(pk=module.pk).title == "🌊"


def test_a_name_of_nothing_changes_nothing_and_says_so(cast, sign_in):
    url = reverse("course:module", args=[cast.module.pk])
    page = sign_in(cast.kofi).post(url, {"title": " "}, follow=True)
    assert b"Give it a title" in page.content
    assert Module.objects.get().title == "Tides"


def test_the_wrong_people_neither_add_nor_name(cast, sign_in):
    add = reverse("course:module_creation", args=[cast.course.pk])
    name = reverse("course:module", args=[cast.module.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404), (cast.olga, 404)):
        for url in (add, name):
            assert sign_in(person).post(url, {"title": "Mine"}).status_code == status
    assert Module.objects.get().title == "Tides"
