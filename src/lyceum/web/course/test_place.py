from django.urls import reverse

from lyceum.core.record.models import ItemProgress


def tell(client, item, **data):
    return client.post(reverse("course:place", args=[item.pk]), data)


def test_the_open_page_tells_that_it_was_opened_and_where_the_reader_is(cast, sign_in):
    client = sign_in(cast.amina)
    assert tell(client, cast.page, opened=1).json()["state"] == "done"
    tell(client, cast.page, place="12", seconds=1)
    assert ItemProgress.objects.get().place == "12"


def test_nonsense_is_refused_and_changes_nothing(cast, sign_in):
    client = sign_in(cast.amina)
    for nonsense in ({"seconds": "x"}, {"seconds": -1}, {"place": "y" * 65}):
        assert tell(client, cast.page, **nonsense).status_code == 422
    assert not ItemProgress.objects.exists()


def test_others_leave_no_trace(cast, sign_in):
    assert tell(sign_in(cast.kofi), cast.page, opened=1).status_code == 403
    assert tell(sign_in(cast.chen), cast.page, opened=1).status_code == 404
    assert not ItemProgress.objects.exists()


def test_the_next_page_resumes_at_the_place(cast, sign_in):
    client = sign_in(cast.amina)
    tell(client, cast.page, place="12", seconds=1)
    page = client.get(reverse("course:item", args=[cast.page.pk])).content.decode()
    assert 'data-place="12"' in page
