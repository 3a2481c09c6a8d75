from django.urls import reverse

from lyceum.core.courses import actions as courses
from lyceum.core.record.models import ItemProgress


def say(client, item, **data):
    return client.post(reverse("course:completion", args=[item.pk]), data)


def test_without_scripts_a_learner_says_that_they_read_the_page(cast, sign_in):
    response = say(sign_in(cast.amina), cast.page)
    assert response.status_code == 303
    assert ItemProgress.objects.get().state == "done"


def test_marking_done_and_taking_it_back(cast, sign_in):
    courses.change_item(cast.page, completion="marked", by=cast.kofi)
    client = sign_in(cast.amina)
    say(client, cast.page)
    assert ItemProgress.objects.get().state == "done"
    say(client, cast.page, undo=1)
    assert ItemProgress.objects.get().state == "started"


def test_a_teacher_does_not_learn_and_a_stranger_does_not_know(cast, sign_in):
    assert say(sign_in(cast.kofi), cast.page).status_code == 403
    assert say(sign_in(cast.chen), cast.page).status_code == 404
    assert not ItemProgress.objects.exists()


def test_security_50_the_way_back_stays_on_this_site(cast, sign_in):
    for outside in ("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x"):
        response = say(sign_in(cast.amina), cast.page, next=outside)
        assert response["Location"] == reverse("course:item", args=[cast.page.pk])
