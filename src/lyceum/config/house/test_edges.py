"""Forged hosts and targets, and pages that a browser should not keep, on every route.

SECURITY 50 (`next` leads to no other site), 77 (private pages are kept by no cache), 81 (`Host` and
`X-Forwarded-*` are not believed; an address with more behind it is another one).
"""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from lyceum.config.house.access import OK
from lyceum.config.house.asking import ROUTES, address, browser, outcome, watched
from lyceum.config.house.walking import fields_read
from lyceum.kernel.mail.models import OutgoingMail

ELSEWHERE = [
    "//e.test", "/\\e.test", "https:e.test", "https://e.test/", "\t//e.test", "javascript:alert(1)",
    "///e.test", "https://harbour.test@e.test/", "//harbour.test\\@e.test", "\x01https://e.test",
]  # fmt: skip
FORGED = {
    "X-Forwarded-Host": "e.test",
    "X-Forwarded-Server": "e.test",
    "X-Forwarded-Port": "4444",
    "X-Forwarded-Proto": "https",
    "X-Original-URL": "/institution/people",
    "X-Rewrite-URL": "/institution/people",
    "X-HTTP-Method-Override": "DELETE",
    "Forwarded": "host=e.test;proto=https",
}
OUT = re.compile(
    r"(?i)\s*(?:(?:https?:)?[\\/]{2}(?!harbour\.test[/?#]|harbour\.test$)|javascript:|data:)"
)
BELIEVED_BY_CACHES = ("x.css", "/x.css", "%2fx.css", ";x.css", "%3fx.css", "%0ax.css")


def leads_out(response):
    return bool(OUT.match(response.headers.get("Location", "")))


@pytest.mark.parametrize("who", ["nobody", "amina", "ruth"])
def test_security_50_no_form_and_no_page_leads_to_another_site(world, who):
    client, wrong = browser(world.cast, who), []
    kept = client.cookies.copy()
    for route in ROUTES:
        url, names = address(route, world.arguments), {*fields_read(route), "url", "redirect"}
        for method, target in [("get", ELSEWHERE[0]), *(("post", each) for each in ELSEWHERE)]:
            told = dict.fromkeys(names, target) | {"language": "es"}
            cache.clear()
            with watched():
                response = getattr(client, method)(url, told, headers={"Referer": target})
            client.cookies = kept.copy()
            if leads_out(response):
                wrong.append(f"{method} {route.name} {target!r}: {response['Location']}")
    assert not wrong, "\n".join(wrong)


def test_what_leads_out_is_known_when_it_is_seen():
    for target in ELSEWHERE[:4]:
        assert OUT.match(target) or target == "https:e.test"
    assert not OUT.match("/account/login?next=/")
    assert not OUT.match("http://harbour.test/x")


@pytest.mark.parametrize("who", ["stranger", "amina", "kofi", "ruth"])
def test_security_77_no_cache_keeps_a_page_of_somebody_signed_in(world, who):
    client, kept = browser(world.cast, who), []
    for route in ROUTES:
        response = client.get(address(route, world.arguments))
        page = response.headers.get("Content-Type", "").startswith(
            ("text/html", "application/json")
        )
        told = response.headers.get("Cache-Control", "")
        if page and outcome(response) == OK and "no-store" not in told and route.name not in SAME:
            kept.append(f"{route.name}: {told!r}")
        if "public" in told:
            kept.append(f"{route.name}: {told!r}")
    assert not kept, "\n".join(kept)


SAME = {"status:healthz", "status:readyz", "ui:offline"}
"""What is the same for everybody: nothing of anyone's is on it."""


def test_security_77_an_invitation_that_was_opened_is_kept_by_no_cache(world):
    client = browser(world.cast, "nobody")
    opened = client.get(reverse("people:invitation", args=[world.arguments["token"]]), follow=True)
    assert "zoe@example.org" in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]


@pytest.mark.parametrize("who", ["nobody", "amina", "kofi"])
def test_security_81_forged_headers_are_not_believed(world, who):
    client, wrong = browser(world.cast, who), []
    for route in ROUTES:
        url = address(route, world.arguments)
        plain = client.get(url)
        forged = client.get(url, headers=FORGED)
        page = b"" if forged.streaming else forged.content
        if forged.status_code != plain.status_code or b"e.test" in page or leads_out(forged):
            wrong.append(f"{route.name}: {plain.status_code}, then {forged.status_code}")
    assert not wrong, "\n".join(wrong)


def test_security_81_a_mail_leads_to_the_host_that_was_asked_not_to_a_forged_one(world):
    OutgoingMail.objects.all().delete()
    client = browser(world.cast, "nobody")
    client.post(reverse("account_reset_password"), {"email": "amina@harbour.test"}, headers=FORGED)
    client = browser(world.cast, "ruth")
    invited = {"email": "yara@example.org", "role": "member"}
    client.post(reverse("admin:invitations"), invited, headers=FORGED)
    bodies = [mail.text + mail.html for mail in OutgoingMail.objects.all()]
    assert any("/account/password/reset/key/" in body for body in bodies)
    assert all("//harbour.test/" in body and "//e.test" not in body for body in bodies)


@pytest.mark.parametrize(
    "host", ["e.test:80@harbour.test", "harbour.test/x", "a b", "e.example", ""]
)
def test_security_81_a_host_that_is_not_ours_is_answered_by_nobody(world, host):
    client = browser(world.cast, "kofi")
    response = client.get(reverse("home:home"), headers={"Host": host})
    assert response.status_code in {422, 503}
    assert "Harbour College" not in response.content.decode()


def test_security_81_the_host_of_another_institution_shows_nothing_of_this_one(world):
    client = browser(world.cast, "kofi")
    for route in ROUTES:
        response = client.get(address(route, world.arguments), headers={"Host": "northgate.test"})
        if not response.streaming:
            assert b"Oceans and coasts" not in response.content, route.name


@pytest.mark.parametrize("ending", BELIEVED_BY_CACHES)
def test_security_81_an_address_with_a_style_sheets_ending_is_not_the_page(world, ending):
    client, wrong = browser(world.cast, "amina"), []
    for route in ROUTES:
        url = address(route, world.arguments)
        response = client.get(url + ending) if url != "/" else client.get("/x.css")
        named = route.policy == "file.view" or route.name == "people:invitation"
        if response.status_code == 200 and not named:
            wrong.append(f"{route.name}: {url}{ending}")
    assert not wrong, "\n".join(wrong)
