from django.urls import reverse


def page_of(client, person):
    return client.get(reverse("admin:person", args=[person.pk]))


def test_an_administrator_sees_a_persons_role_courses_and_access(
    cast, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.ruth)
    with django_assert_max_num_queries(10):
        page = page_of(client, cast.amina).content.decode()
    assert "Oceans and coasts" in page
    assert "amina@harbour.test" in page
    assert "Suspend" in page


def test_nobody_else_does(cast, sign_in):
    assert page_of(sign_in(cast.kofi), cast.amina).status_code == 404
    assert page_of(sign_in(cast.amina), cast.amina).status_code == 403
    assert page_of(sign_in(cast.olga), cast.amina).status_code == 404
    assert page_of(sign_in(None), cast.amina).status_code == 302
