"""SECURITY, Headers: every page is dressed, whoever asks and whatever came of it.

The rules of `observatory.py` are asked about each route as if the site were served by https behind
its proxy: the settings are those that LYCEUM_HTTPS=1 and LYCEUM_PROXY=1 make, read anew.
"""

import runpy
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lyceum.config import settings as module
from lyceum.config.house import observatory
from lyceum.config.house.asking import ROUTES, address, browser
from lyceum.kernel import logs

KEPT = {"DATABASES", "STORAGES"}
WANTED = 115
SECURE = {"HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture
def https(settings, monkeypatch):
    """The settings of a site behind a proxy that speaks https."""
    monkeypatch.setenv("LYCEUM_HTTPS", "1")
    monkeypatch.setenv("LYCEUM_PROXY", "1")
    monkeypatch.setattr(logs, "configure", lambda **more: None)
    for name, told in runpy.run_path(str(Path(module.__file__))).items():
        if name.isupper() and name not in KEPT and told != getattr(module, name):
            setattr(settings, name, told)
    assert settings.SESSION_COOKIE_NAME == "__Host-session"
    cache.clear()
    return settings


def is_page(response):
    """The scanner judges the page at the end of its way, not redirects, icons or probes."""
    html = response.headers.get("Content-Type", "").startswith("text/html")
    return html and not response.streaming and bool(response.content)


def lacking(name, response):
    points, given = observatory.score(response)
    return [] if points >= WANTED else [f"{name}: {points} points, {given}"]


@pytest.mark.parametrize("who", ["nobody", "amina", "kofi", "ruth"])
def test_every_page_scores_115_of_the_observatory(world, https, who):
    client, bad = browser(world.cast, who, **SECURE), []
    pages = 0
    for route in ROUTES:
        response = client.get(address(route, world.arguments))
        if is_page(response):
            pages += 1
            bad += lacking(f"{route.name} ({response.status_code})", response)
    assert not bad, "\n".join(bad)
    assert pages > 8


def broken(*args, **more):
    raise ValueError


def crash(client, https, monkeypatch):
    monkeypatch.setattr("lyceum.web.catalogue.catalogue.render", broken)
    return client.get(reverse("catalogue:catalogue"))


def too_large(client, https, monkeypatch):
    https.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    return client.post(reverse("account_login"), {"login": "x" * 100})


def too_often(client, https, monkeypatch):
    told = {"login": "amina@harbour.test", "password": "guess"}
    return [client.post(reverse("account_login"), told) for _ in range(6)][-1]


def unread(client, https, monkeypatch):
    return client.post(reverse("people:language"), {"language": "tlh"})


def not_ours(client, https, monkeypatch):
    client.handler.enforce_csrf_checks = True
    return client.post(reverse("account_login"))


def nowhere(client, https, monkeypatch):
    return client.get("/no/such/page")


def unknown_host(client, https, monkeypatch):
    return client.get("/", headers={"Host": "elsewhere.example"})


def no_institution(client, https, monkeypatch):
    return client.get("/", headers={"Host": "southgate.test"})


@pytest.mark.parametrize(
    ("befalls", "status"),
    [(not_ours, 403), (nowhere, 404), (too_large, 413), (unread, 422), (unknown_host, 422),
     (too_often, 429), (crash, 500), (no_institution, 503)],
)  # fmt: skip
def test_a_page_that_says_what_went_wrong_scores_as_high(cast, https, monkeypatch, befalls, status):
    client = Client(HTTP_HOST="harbour.test", raise_request_exception=False, **SECURE)
    response = befalls(client, https, monkeypatch)
    assert response.status_code == status
    assert not lacking(befalls.__name__, response)


def test_what_a_site_itself_ships_is_for_its_own_pages(client, https):
    response = client.get("/static/app.css", headers={"X-Forwarded-Proto": "https"})
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("who", ["amina", "kofi"])
def test_security_38_61_63_every_answer_that_is_a_file_lies_in_a_sandbox(world, https, who):
    client = browser(world.cast, who, **SECURE)
    for route in ROUTES:
        if route.policy.startswith("file."):
            response = client.get(address(route, world.arguments))
            assert response["Content-Security-Policy"].startswith("sandbox;"), route.name
            assert response["X-Content-Type-Options"] == "nosniff"
            assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_whoever_comes_by_plain_http_is_led_to_https_and_nothing_else(cast, https):
    client = Client(HTTP_HOST="harbour.test")
    response = client.get("/catalogue/?q=tides")
    assert response.status_code == 301
    assert response["Location"] == "https://harbour.test/catalogue/?q=tides"
    assert client.get(reverse("status:healthz")).status_code == 200
