from django.urls import reverse

from lyceum.core.courses.models import Item, Unconverted


def test_an_item_is_published_and_withdrawn(cast, sign_in):
    client, url = sign_in(cast.kofi), reverse("course:item_publication", args=[cast.page.pk])
    client.post(url, {"withdraw": 1})
    assert not Item.objects.get().is_published
    client.post(url)
    assert Item.objects.get().is_published


def test_the_wrong_people_do_not(cast, sign_in):
    url = reverse("course:item_publication", args=[cast.page.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert sign_in(person).post(url, {"withdraw": 1}).status_code == status
    assert Item.objects.get().is_published


def test_what_waits_to_be_converted_stays_hidden_since_it_may_hold_the_answers(cast, sign_in):
    Item.objects.filter(pk=cast.page.pk).update(kind="unconverted", published_at=None)
    Unconverted.objects.create(item=cast.page, format="qti", type="quiz")
    url = reverse("course:item_publication", args=[cast.page.pk])
    page = sign_in(cast.kofi).post(url, follow=True).content.decode()
    assert "Learners do not see it." in page
    assert not Item.objects.get().is_published
