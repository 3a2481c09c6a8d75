from django.urls import reverse

from lyceum.core.courses.actions import publish_page
from lyceum.core.courses.models import PageDraft


def save(client, item, **data):
    url = reverse("course:draft", args=[item.pk])
    return client.post(url, {"body": "<p>Half</p>", "based_on": 1} | data)


def test_the_editor_saves_as_the_teacher_types(cast, sign_in):
    answer = save(sign_in(cast.kofi), cast.page)
    assert answer.status_code == 200
    assert answer.json()["saved_at"]
    assert PageDraft.objects.get().body == "<p>Half</p>"


def test_the_editor_may_send_json(cast, sign_in):
    url = reverse("course:draft", args=[cast.page.pk])
    data = {"body": "<p>As JSON</p>", "based_on": 1}
    assert sign_in(cast.kofi).post(url, data, content_type="application/json").status_code == 200
    assert PageDraft.objects.get().body == "<p>As JSON</p>"


def test_a_text_published_meanwhile_is_told_and_the_draft_is_kept(cast, sign_in):
    publish_page(cast.page, "<p>Kofi</p>", based_on=1, by=cast.kofi)
    answer = save(sign_in(cast.ruth), cast.page, body="<p>Ruth</p>")
    assert answer.status_code == 409
    assert answer.json()["theirs_html"] == "<p>Kofi</p>"
    assert answer.json()["theirs_by"] == "Kofi Osei"
    assert PageDraft.objects.get(person=cast.ruth).body == "<p>Ruth</p>"


def test_nonsense_is_refused(cast, sign_in):
    client = sign_in(cast.kofi)
    assert save(client, cast.page, based_on="x").status_code == 422
    url = reverse("course:draft", args=[cast.page.pk])
    assert client.post(url, "[1", content_type="application/json").status_code == 422
    assert not PageDraft.objects.exists()


def test_a_draft_of_five_megabytes_is_refused_and_the_last_one_kept(cast, sign_in):
    client = sign_in(cast.kofi)
    save(client, cast.page)
    answer = save(client, cast.page, body="<p>" + "a" * 5_000_000 + "</p>")
    assert answer.status_code == 413
    assert answer.json()["message"]
    assert PageDraft.objects.get().body == "<p>Half</p>"


def test_the_wrong_people_save_nothing(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert save(sign_in(person), cast.page).status_code == status
    assert not PageDraft.objects.exists()
