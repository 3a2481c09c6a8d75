from django.urls import reverse

from lyceum.core.courses.actions import create_module
from lyceum.core.courses.queries import modules_of


def test_a_module_moves_by_button_and_by_drag(cast, sign_in):
    waves = create_module(cast.course, "Waves", by=cast.kofi)
    client, url = sign_in(cast.kofi), reverse("course:module_position", args=[waves.pk])
    client.post(url, {"by": -1})
    assert [m.title for m in modules_of(cast.course)] == ["Waves", "Tides"]
    client.post(url, {"position": 1})
    assert [m.title for m in modules_of(cast.course)] == ["Tides", "Waves"]


def test_nonsense_is_refused(cast, sign_in):
    url = reverse("course:module_position", args=[cast.module.pk])
    assert sign_in(cast.kofi).post(url, {"position": "up"}).status_code == 422
    assert sign_in(cast.kofi).post(url).status_code == 422


def test_the_wrong_people_do_not_move(cast, sign_in):
    url = reverse("course:module_position", args=[cast.module.pk])
    for person, status in ((cast.amina, 403), (cast.chen, 404), (cast.olga, 404)):
        assert sign_in(person).post(url, {"by": 1}).status_code == status
