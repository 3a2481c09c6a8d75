import re
from contextlib import contextmanager
from time import perf_counter

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

PASSWORD = "harbour-lights-1848"
LOGIN, HOME = reverse("account_login"), reverse("home:home")


@pytest.fixture(autouse=True)
def no_tries_so_far():
    cache.clear()


def enter(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def test_amina_signs_in_with_her_address_in_any_case(cast, sign_in):
    client = sign_in(None)
    response = enter(client, " Amina@Harbour.test ")
    assert (response.status_code, response["Location"]) == (303, HOME)
    assert client.get(HOME).status_code == 200


def test_a_password_manager_finds_its_fields_and_nothing_forbids_pasting(cast, sign_in):
    page = sign_in(None).get(LOGIN).content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_a_wrong_password_is_told_and_the_address_kept(cast, sign_in):
    response = enter(sign_in(None), "amina@harbour.test", "wrong")
    assert response.status_code == 422
    assert b"do not fit together" in response.content
    assert b'value="amina@harbour.test"' in response.content


def test_security_65_guesses_end_in_429_whatever_door_they_try(cast, sign_in):
    client, inside = sign_in(None), sign_in(cast.amina)
    statuses = [enter(client, "amina@harbour.test", f"guess-{n}").status_code for n in range(6)]
    assert statuses == [422] * 5 + [429]
    refused = enter(client, "amina@harbour.test")
    assert refused.status_code == 429
    assert "Retry-After" in refused
    again = inside.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    change = {"oldpassword": PASSWORD, "password1": "a-new-harbour-1849"}
    changed = inside.post(reverse("account_change_password"), change)
    assert (again.status_code, changed.status_code) == (429, 429)
    cast.amina.user.refresh_from_db()
    assert cast.amina.user.check_password(PASSWORD)


def test_security_65_guesses_at_many_accounts_end_in_429_by_address_of_the_network(cast, sign_in):
    client = sign_in(None)
    statuses = [enter(client, f"n{n}@harbour.test", "guess").status_code for n in range(11)]
    assert statuses == [422] * 10 + [429]


@pytest.mark.parametrize("proxies", [0, 1])
def test_security_65_a_forged_address_of_the_network_is_no_new_one(
    cast, sign_in, settings, proxies
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    statuses = []
    for n in range(11):
        told = {"X-Forwarded-For": f"198.51.100.{n}, 192.0.2.1" if proxies else f"198.51.100.{n}"}
        sent = {"login": f"n{n}@harbour.test", "password": "guess"}
        statuses.append(sign_in(None).post(LOGIN, sent, headers=told).status_code)
    assert statuses == [422] * 10 + [429]


def test_security_67_a_session_offered_before_sign_in_is_not_used_after_it(cast, sign_in):
    client = sign_in(None)
    client.get(reverse("people:acceptance"))
    client.session["planted"] = True
    planted = client.session.session_key or ""
    client.cookies["session"] = "a" * 32
    enter(client, "amina@harbour.test")
    fresh = client.session.session_key
    assert fresh not in {planted, "a" * 32}
    assert not Session.objects.filter(session_key="a" * 32).exists()
    other = sign_in(None).get(f"{HOME}?session={fresh}")
    assert other.status_code == 302


@contextmanager
def timed(spent):
    began = perf_counter()
    yield
    spent.append(perf_counter() - began)


def without_secrets(page):
    page = re.sub(rb'(value|content|nonce)="[^"]*"', b"", page)
    return re.sub(rb"[\w.+-]+@[\w.-]+", b"", page)


def test_security_76_a_known_and_an_unknown_user_get_the_same_answer(cast, sign_in, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    hasher = "django.contrib.auth.hashers.Argon2PasswordHasher"
    settings.PASSWORD_HASHERS = [hasher]
    cast.amina.user.password = make_password(PASSWORD)
    cast.amina.user.save()
    client = sign_in(None)
    pages, known, unknown = set(), [], []
    for email, spent in [("amina@harbour.test", known), ("nobody@harbour.test", unknown)] * 4:
        with timed(spent):
            pages.add(without_secrets(enter(client, email, "guess").content))
    assert len(pages) == 1
    assert min(unknown) > 0.5 * min(known)
    assert min(known) > 0.5 * min(unknown)


@pytest.mark.parametrize(
    "target",
    ["//e.test", "/\\e.test", "https:e.test", "https://e.test/", "\t//e.test", "data:text/html,x",
     "http://northgate.test/", "/\t/e.test", "\\\\e.test", "javascript:alert(1)"],
)  # fmt: skip
def test_security_50_sign_in_leads_to_no_other_site(cast, sign_in, target):
    client = sign_in(None)
    assert enter(client, "amina@harbour.test", next=target)["Location"] == HOME
    again = client.get(LOGIN, {"next": target})
    assert again["Location"] == HOME
    out = client.post(reverse("account_logout"), {"next": target})
    assert out["Location"] == LOGIN


def test_sign_in_leads_back_to_the_page_one_came_for(cast, sign_in):
    wanted = reverse("course:outline", args=[cast.course.pk]) + "?edit=1"
    assert enter(sign_in(None), "amina@harbour.test", next=wanted)["Location"] == wanted


def test_security_77_after_signing_out_nothing_private_is_kept_or_shown(cast, sign_in):
    client = sign_in(cast.amina)
    assert "no-store" in client.get(HOME)["Cache-Control"]
    response = client.post(reverse("account_logout"))
    assert (response.status_code, response["Location"]) == (303, LOGIN)
    assert response["Clear-Site-Data"] == '"cache"'
    assert client.get(HOME).status_code == 302
    assert "no-store" in client.get(LOGIN)["Cache-Control"]


def test_signing_out_by_a_link_asks_first(cast, sign_in):
    client = sign_in(cast.amina)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(HOME).status_code == 200


def test_a_user_who_is_no_person_here_is_told_so_and_not_led_in_circles(cast, sign_in):
    client = sign_in(None)
    response = client.post(
        LOGIN, {"login": "olga@northgate.test", "password": PASSWORD}, follow=True
    )
    assert response.status_code == 200
    assert response.redirect_chain[-1][0] == reverse("people:joining")
    assert b"not at Harbour College yet" in response.content


def test_the_sign_in_page_offers_languages(cast, sign_in):
    client = sign_in(None)
    assert "Español" in client.get(LOGIN).content.decode()
    response = client.post(reverse("people:language"), {"language": "es", "next": LOGIN})
    assert response["Location"] == LOGIN
    assert client.get(LOGIN)["Content-Language"] == "es"
