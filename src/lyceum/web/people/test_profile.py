import pytest
from django.urls import reverse

ME = reverse("people:profile")
TOLD = {"name": "Amina D.", "language": "es", "time_zone": "Africa/Dakar", "reduced_data": "on"}


def test_amina_changes_what_is_hers(cast, sign_in):
    client = sign_in(cast.amina)
    response = client.post(ME, TOLD)
    assert (response.status_code, response["Location"]) == (303, ME)
    cast.amina.refresh_from_db()
    assert (cast.amina.name, cast.amina.time_zone) == ("Amina D.", "Africa/Dakar")
    assert (cast.amina.shortcuts, cast.amina.reduced_data) == (False, True)
    page = client.get(ME)
    assert page["Content-Language"] == "es"
    assert b"data-no-shortcuts" in page.content


def test_security_7_nobody_gives_themselves_a_role_by_the_way(cast, sign_in):
    sign_in(cast.amina).post(ME, TOLD | {"role": "administrator", "institution": "x"})
    cast.amina.refresh_from_db()
    assert cast.amina.role == "member"


@pytest.mark.parametrize(
    "wrong",
    [{"name": " "}, {"language": "tlh"}, {"time_zone": "Mars/Olympus"}, {"name": "x" * 121}],
)
def test_what_does_not_fit_is_said_and_nothing_is_saved(cast, sign_in, wrong):
    response = sign_in(cast.amina).post(ME, TOLD | wrong)
    assert response.status_code == 422
    assert b"-error" in response.content
    cast.amina.refresh_from_db()
    assert cast.amina.name == "Amina Diallo"


def test_a_profile_costs_few_queries_and_few_bytes(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.amina)
    with django_assert_max_num_queries(10):
        page = client.get(ME)
    assert len(page.content) < 60_000


def test_who_is_not_signed_in_is_sent_to_sign_in(cast, sign_in):
    assert sign_in(None).get(ME).status_code == 302
    assert sign_in(None).post(ME, TOLD).status_code == 302
