from django.urls import reverse

from lyceum.core.courses import actions
from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.actions import open_course


def move(client, item, **data):
    return client.post(reverse("course:item_position", args=[item.pk]), data)


def titles(cast):
    return [item.title for item in items_of(cast.course, drafts=True)]


def test_an_item_moves_by_button_by_drag_and_to_another_module(cast, sign_in):
    waves = actions.create_item(cast.module, "page", "Waves", by=cast.kofi)
    other = actions.create_module(cast.course, "Life", by=cast.kofi)
    client = sign_in(cast.kofi)
    move(client, waves, by=-1)
    assert titles(cast) == ["Waves", "How tides work"]
    move(client, waves, position=1)
    assert titles(cast) == ["How tides work", "Waves"]
    move(client, cast.page, module=other.pk, position=0)
    assert titles(cast) == ["Waves", "How tides work"]


def test_a_module_of_another_course_is_not_found(cast, sign_in):
    elsewhere = actions.create_module(open_course("X", by=cast.kofi), "M", by=cast.kofi)
    response = move(sign_in(cast.kofi), cast.page, module=elsewhere.pk, position=0)
    assert response.status_code == 404


def test_the_wrong_people_do_not_move(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert move(sign_in(person), cast.page, by=1).status_code == status
