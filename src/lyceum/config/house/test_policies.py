"""Every route, asked as everybody by GET and by POST, against the table of `access.py`.

SECURITY A: a missing check is a third of all published holes. Row 6 (routes without a link), row 16
(another institution walks the whole site), row 20 (nobody signed in does), row 15 (suspended), row
48 (GET changes nothing, POST needs our own form). Every issue inherits this by adding a route.
"""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from lyceum.config.house.access import (
    EMPTY,
    FORBIDDEN,
    KNOWN,
    MISSING,
    OK,
    PUBLIC,
    SIGN_IN,
    expected,
    expected_of_draft,
)
from lyceum.config.house.asking import ROUTES, address, ask, browser
from lyceum.kernel.ids import uuid7
from lyceum.kernel.mail.models import OutgoingMail

EVERYBODY = ["nobody", "stranger", "chen", "amina", "mira", "kofi", "ruth", "olga", "bruno"]
"""Bruno is suspended here; the stranger is Olga's user, signed in where she is no person."""


def agrees(found, wanted, route):
    if wanted == OK and route.name == "account_logout":
        return found in {OK, SIGN_IN}
    if found == "405":
        return wanted == OK or (wanted == MISSING and route.policy.partition(".")[0] not in KNOWN)
    return found == wanted or (wanted == OK and found == MISSING and route.name in EMPTY)


def everything_kept():
    """Return the number of rows and their sum for every table but the sessions."""
    tables = [model for model in apps.get_models() if model._meta.app_label != "sessions"]
    return {
        model._meta.db_table: hash(tuple(sorted(map(str, model._base_manager.values_list()))))
        for model in tables
    }


@pytest.mark.parametrize("who", EVERYBODY)
def test_security_6_15_16_20_every_route_answers_everybody_as_the_table_says(world, who):
    client = browser(world.cast, who)
    cookies, before, wrong = client.cookies.copy(), everything_kept(), []
    for route in ROUTES:
        url, wanted = address(route, world.arguments), expected(who, route)
        for method in ("get", "post"):
            found, written, _response = ask(client, method, url)
            if not agrees(found, wanted, route):
                wrong.append(f"{method} {route.name} ({route.policy}): {found}, not {wanted}")
            if written and (method == "get" or wanted != OK):
                wrong.append(f"{method} {route.name}: wrote {written}")
            client.cookies = cookies.copy()
    assert not wrong, "\n".join([f"As {who}:", *wrong])
    assert everything_kept() == before


@pytest.mark.parametrize("who", ["chen", "amina", "mira", "kofi", "ruth"])
def test_an_item_that_is_a_draft_is_there_for_staff_alone(world, who):
    client, wrong = browser(world.cast, who), []
    for route in ROUTES:
        if "item_id" in route.arguments:
            url = address(route, world.arguments | {"item_id": world.draft.pk})
            found, _written, _response = ask(client, "get", url)
            if not agrees(found, wanted := expected_of_draft(who, route), route):
                wrong.append(f"{route.name} ({route.policy}): {found}, not {wanted}")
    assert not wrong, "\n".join([f"As {who}:", *wrong])


def without_tokens(page):
    return re.sub(rb'(nonce|content|value)="[^"]*"', b"", page)


@pytest.mark.parametrize("who", ["chen", "olga"])
def test_what_one_may_not_know_of_looks_like_what_is_not_there(world, who):
    client, differing = browser(world.cast, who), []
    nowhere = {name: uuid7() for name in world.arguments if name.endswith("_id")}
    for route in ROUTES:
        if expected(who, route) == MISSING and route.policy not in {"setup", "public"}:
            hidden = client.get(address(route, world.arguments))
            missed = client.get(address(route, world.arguments | nowhere))
            same = without_tokens(hidden.content) == without_tokens(missed.content)
            if not same or hidden.status_code != missed.status_code:
                differing.append(route.name)
    assert not differing, f"A stranger can tell that these exist: {differing}"


@pytest.mark.parametrize("who", ["kofi", "ruth", "nobody"])
def test_security_48_a_form_that_is_not_ours_changes_nothing(world, who):
    client, taken = browser(world.cast, who, enforce_csrf_checks=True), []
    client.get(reverse("account_reset_password"))
    token = client.cookies["csrf"].value if "csrf" in client.cookies else ""
    other = {"Origin": "https://elsewhere.test", "X-CSRFToken": token}
    for route in ROUTES:
        url = address(route, world.arguments)
        for headers in ({}, other):
            found, written, _response = ask(client, "post", url, headers=headers)
            if found != FORBIDDEN or written:
                taken.append(f"{route.name} {headers and 'from elsewhere'}: {found} {written}")
    assert not taken, "\n".join(taken)


@pytest.mark.parametrize("who", ["nobody", "amina", "kofi", "ruth"])
def test_security_49_no_address_holds_a_secret_of_the_session(world, who):
    client, told = browser(world.cast, who), []
    for route in ROUTES:
        response = client.get(address(route, world.arguments))
        page = "" if response.streaming else response.content.decode(errors="replace")
        secrets = {cookie.value for cookie in client.cookies.values() if len(cookie.value) > 20}
        secrets |= set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page))
        urls = [*re.findall(r'(?:href|src|action)="([^"]*)"', page), response.get("Location", "")]
        told += [f"{route.name}: {url}" for url in urls if any(each in url for each in secrets)]
    assert not told, told


def test_a_refusal_mails_nobody(world):
    OutgoingMail.objects.all().delete()
    told = {"email": "zoe@example.org", "role": "learner", "text": "zoe@example.org", "send": "1"}
    for who in ("nobody", "stranger", "chen", "amina", "mira", "olga", "bruno"):
        client = browser(world.cast, who)
        for route in ROUTES:
            if expected(who, route) != OK:
                client.post(address(route, world.arguments), told)
    assert not OutgoingMail.objects.exists()


def test_a_fragment_is_told_by_its_status_that_the_session_ended(world):
    client = browser(world.cast, "nobody")
    for route in ROUTES:
        if expected("nobody", route) == SIGN_IN:
            url = address(route, world.arguments)
            found = client.get(url, headers={"HX-Request": "true"})
            assert found.status_code == 401, route.name


def test_every_route_has_a_name_and_a_policy():
    without = [route.name for route in ROUTES if not route.policy or route.name == "None"]
    assert not without, f"Decorate the view with a policy of lyceum.web.policies: {without}"


def test_every_public_route_was_meant_to_be():
    public = {route.name for route in ROUTES if route.policy == "public"}
    assert public == PUBLIC, f"Change the policy, or PUBLIC in access.py: {public ^ PUBLIC}"
