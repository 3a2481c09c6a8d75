import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from lyceum.core.people.models import Institution, Person
from lyceum.kernel import tenancy
from lyceum.web.setup import setup_token

FIRST = reverse("admin:first_run")
TOLD = {
    "institution": "Tidewater School",
    "name": "Ida Berg",
    "email": "Ida@example.org",
    "password": "tide-pools-at-noon",
    "colour": "#225588",
}


@pytest.fixture
def here(db):
    return Client(HTTP_HOST="localhost:8000")


@pytest.fixture
def elsewhere(db):
    return Client(HTTP_HOST="lms.test", REMOTE_ADDR="203.0.113.9")


def test_a_new_site_leads_to_its_first_run_and_ends_in_a_running_institution(here):
    assert here.get("/")["Location"] == FIRST
    assert b"Let us begin" in here.get(FIRST).content
    response = here.post(FIRST, TOLD)
    assert (response.status_code, response["Location"]) == (303, "/")
    page = here.get("/")
    assert b"Tidewater School" in page.content
    with tenancy.everywhere():
        assert Person.objects.get().role == "administrator"
    other = Client(HTTP_HOST="localhost:8000")
    sign = {"login": "ida@example.org", "password": TOLD["password"]}
    assert other.post(reverse("account_login"), sign)["Location"] == "/"


def test_the_first_run_happens_once(cast, sign_in):
    assert sign_in(None).get(FIRST).status_code == 404
    assert sign_in(cast.ruth).post(FIRST, TOLD).status_code == 404
    assert Institution.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("institution", ""), ("email", "ida"), ("password", "password"), ("colour", "blue")],
)
def test_what_does_not_fit_is_said_and_nothing_is_founded(here, field, value):
    response = here.post(FIRST, TOLD | {field: value})
    assert response.status_code == 422
    assert f"id_{field}-error".encode() in response.content
    assert not Institution.objects.exists()


def test_from_elsewhere_the_first_run_is_shut(elsewhere):
    assert elsewhere.get("/", follow=True).status_code == 503
    assert elsewhere.post(FIRST, TOLD | {"token": "guess"}).status_code == 503
    assert not Institution.objects.exists()


@pytest.mark.parametrize(
    "forged",
    [{"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"X-Real-Ip": "::1"}],
)
def test_behind_a_proxy_nobody_passes_for_sitting_at_the_server(here, forged):
    assert here.get(FIRST, headers=forged).status_code == 503


def test_a_page_of_another_site_does_not_pass_for_ours(db):
    rebound = Client(HTTP_HOST="evil.test", REMOTE_ADDR="127.0.0.1")
    assert rebound.get(FIRST).status_code == 503


def test_the_setup_link_opens_it_from_elsewhere(elsewhere, capsys):
    call_command("setup_link")
    link = capsys.readouterr().out.strip()
    assert link == f"{FIRST}?token={setup_token()}"
    assert setup_token().encode() in elsewhere.get(link).content
    assert elsewhere.post(FIRST, TOLD | {"token": setup_token()}).status_code == 303


def test_the_setup_link_ends_with_the_first_institution(cast):
    with pytest.raises(CommandError, match="already"):
        call_command("setup_link")


def test_another_host_of_a_running_site_founds_nothing(cast):
    assert Client(HTTP_HOST="unknown.test").get("/").status_code == 503
