from django.urls import reverse

from lyceum.core.courses.models import Item


def save(client, item, **data):
    sent = {"title": "Tides", "completion": "viewed"} | data
    return client.post(reverse("course:item_settings", args=[item.pk]), sent)


def test_an_item_counts_as_done_after_some_minutes(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        client.get(reverse("course:item_settings", args=[cast.page.pk]))
    save(client, cast.page, completion="time", minimum_minutes=3)
    item = Item.objects.get()
    assert (item.title, item.completion, item.minimum_seconds) == ("Tides", "time", 180)


def test_a_way_the_kind_does_not_know_is_refused(cast, sign_in):
    assert save(sign_in(cast.kofi), cast.page, completion="kind").status_code == 422
    assert Item.objects.get().title == "How tides work"


def test_the_wrong_people_change_nothing(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert save(sign_in(person), cast.page).status_code == status
    assert Item.objects.get().title == "How tides work"
