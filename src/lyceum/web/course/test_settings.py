from django.urls import reverse

from lyceum.core.courses.models import Course


def save(client, cast, **data):
    sent = {"title": "Oceans", "kind": "open"} | data
    return client.post(reverse("course:settings", args=[cast.course.pk]), sent)


def test_title_dates_and_the_way_in_are_saved_together(cast, sign_in):
    client = sign_in(cast.kofi)
    response = save(
        client, cast, summary="Waves.", starts_on="2026-09-01", ends_on="2026-12-18", seats=30
    )
    assert response.status_code == 303
    course = Course.objects.select_related("offering").get()
    assert (course.title, course.summary) == ("Oceans", "Waves.")
    assert (course.offering.kind, course.offering.seats) == ("open", 30)


def test_a_code_is_made_when_one_is_needed(cast, sign_in):
    client = sign_in(cast.kofi)
    save(client, cast, kind="code")
    code = Course.objects.get().offering.code
    assert len(code) == 10
    assert code in client.get(reverse("course:settings", args=[cast.course.pk])).content.decode()


def test_neither_is_saved_when_one_is_wrong(cast, sign_in):
    client = sign_in(cast.kofi)
    wrong = [
        {"starts_on": "2026-09-01", "ends_on": "2026-08-01"},
        {"title": "​"},
        {"opens_at": "2026-09-02T10:00", "closes_at": "2026-09-01T10:00"},
    ]
    for data in wrong:
        assert save(client, cast, **data).status_code == 422
        assert Course.objects.get().title == "Oceans and coasts"


def test_the_page_itself_is_not_an_error(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.kofi)
    with django_assert_max_num_queries(10):
        page = client.get(reverse("course:settings", args=[cast.course.pk]))
    assert page.status_code == 200


def test_the_wrong_people_change_nothing(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert save(sign_in(person), cast).status_code == status
    assert Course.objects.get().title == "Oceans and coasts"
