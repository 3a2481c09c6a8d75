"""Every route, sent what no form of ours sends: no answer may be an error of the server.

Each field of each form that a page shows is spoilt in turn, the others left as the form has them;
then every route gets all fields that its view reads, spoilt together, by GET and by POST. Part of
SECURITY 42 and of its rule for bad input. Every issue inherits this by adding a route or a field.
"""

import re
from contextlib import contextmanager
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from lyceum.config.house.asking import ROUTES, address, browser, watched
from lyceum.config.house.walking import fields_read

WHO = ["nobody", "amina", "kofi", "ruth"]
FORM = "application/x-www-form-urlencoded"
HALF = b"\xed\xa0\x80"
"""Half of a surrogate pair: no text, whatever reads it as UTF-8."""
SPOILT = [b"a\0b", HALF, str(10**30).encode(), b"", b"x" * 100_000, b"0001-01-01T00:00"]
ODD = [b"-1", b"1e999", b"[]", b"\xd9\xa3", b"9999-12-31T23:59", b"\xe2\x80\xae"]


@pytest.fixture(autouse=True)
def in_the_far_east(world):
    """There the first year began before it did in UTC, which is no time at all."""
    world.cast.harbour.time_zone = "Pacific/Kiritimati"
    world.cast.harbour.save()


class Notes(list):
    """What was wrong: the requests that ended in an error of the server, and how."""

    def note(self, response, *words):
        if response.status_code >= 500:
            kind, error = (response.exc_info or (None, None))[:2]
            said = f"{response.status_code} {kind and kind.__name__}: {str(error)[:90]}"
            self.append(" ".join([*map(str, words), said]))


def forms_shown(client, url):
    """Return where each form of the page leads, by what method, and its fields as they stand."""
    response = client.get(url)
    kind = response.headers.get("Content-Type", "")
    if response.status_code != 200 or response.streaming or not kind.startswith("text/html"):
        return
    for form in html.fromstring(response.content).forms:
        held = {field.name: field.value or "" for field in form.inputs if field.name}
        yield (
            form.get("action") or url,
            form.method.lower(),
            {name: text if isinstance(text, str) else "" for name, text in held.items()},
        )


def forms_of(client, world, who):
    """Return each form once, and only to the first of WHO that is shown it."""
    for route in ROUTES:
        ours = ("institution.administer", "institution.brand", "institution.invite")
        if who != "ruth" or route.policy in ours:
            yield from forms_shown(client, address(route, world.arguments))


@contextmanager
def as_if_nothing_happened(client):
    """Take back what was written, what was counted, and what the browser was told to keep."""
    kept = client.cookies.copy()
    cache.clear()
    with watched():
        yield
    client.cookies = kept


def send(client, method, url, pairs):
    body = urlencode(pairs)
    with as_if_nothing_happened(client):
        if method == "get":
            return client.get(f"{url.partition('?')[0]}?{body}")
        return client.post(url, body, content_type=FORM)


@pytest.mark.parametrize("who", WHO)
def test_one_spoilt_field_of_a_form_is_no_error_of_the_server(world, who):
    client, wrong, seen = browser(world.cast, who), Notes(), set()
    for url, method, held in forms_of(client, world, who):
        key = (re.sub(r"[0-9a-f-]{36}", "", url), *sorted(held))
        if key in seen or not url.startswith("/"):
            continue
        seen.add(key)
        for name in held.keys() - {"csrfmiddlewaretoken"}:
            for spoilt in SPOILT + ODD:
                response = send(client, method, url, held | {name: spoilt})
                wrong.note(response, method, url, name, spoilt[:12])
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 3


@pytest.mark.parametrize("who", WHO)
def test_every_field_spoilt_at_once_is_no_error_of_the_server(world, who):
    client, wrong = browser(world.cast, who), Notes()
    for route in ROUTES:
        url, names = address(route, world.arguments), fields_read(route)
        strange = [(name, "1") for name in names for _ in "ab"]
        strange += [(f"{name}[]", "1") for name in names] + [("a\0b", "1"), ("x" * 999, "")]
        for told in (strange, *([(name, spoilt) for name in names] for spoilt in SPOILT)):
            for method in ("get", "post"):
                wrong.note(send(client, method, url, told), method, route.name, str(told)[:60])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", WHO)
def test_files_for_texts_and_no_form_at_all_are_no_error_of_the_server(world, who):
    client, wrong = browser(world.cast, who), Notes()
    bodies = [b"", b"[]", b'{"body": "\\ud800", "based_on": 1}', b"{" * 9999, HALF]
    for route in ROUTES:
        url = address(route, world.arguments)
        with as_if_nothing_happened(client):
            sent = {name: SimpleUploadedFile("a\0b.txt", b"\0\xff") for name in fields_read(route)}
            wrong.note(client.post(url, sent), "files", route.name)
        for body in bodies:
            for kind in ("application/json", "multipart/form-data; boundary=x"):
                with as_if_nothing_happened(client):
                    response = client.post(url, body, content_type=kind)
                wrong.note(response, kind, route.name, body[:20])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", WHO)
def test_an_address_that_nobody_gave_out_is_no_error_of_the_server(world, who):
    client, wrong = browser(world.cast, who), Notes()
    for route in ROUTES:
        url = address(route, world.arguments)
        for name in route.arguments:
            before, _found, after = url.rpartition(str(world.arguments[name]))
            for spoilt in [b"\0", HALF, b"..", b"x" * 5000, b"0" * 36, b"%00", b"\xc2\x85"]:
                with as_if_nothing_happened(client):
                    response = client.get(before + quote(spoilt, safe="") + after)
                wrong.note(response, route.name, name, spoilt[:12])
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["session", "csrf", "language", "messages"])
def test_a_cookie_that_nobody_was_given_is_no_error_of_the_server(world, name):
    client, wrong = browser(world.cast, "nobody"), Notes()
    for told in ('"\\000"', '"a\\000b"', "x" * 4000, "a" * 32, '""', "[]", '"\\355\\240\\200"'):
        for url in (reverse("home:home"), reverse("account_login")):
            wrong.note(client.get(url, headers={"Cookie": f"{name}={told}"}), name, told[:20])
    assert not wrong, "\n".join(wrong)


HEADERS = [
    "Accept-Language", "Accept", "Referer", "Origin", "X-Forwarded-For", "X-Forwarded-Host",
    "X-Forwarded-Proto", "If-None-Match", "If-Modified-Since", "Range", "HX-Request", "X-Fragment",
    "X-Request-ID", "Save-Data", "User-Agent", "Authorization",
]  # fmt: skip


@pytest.mark.parametrize("who", ["nobody", "kofi"])
def test_a_header_that_no_browser_sends_is_no_error_of_the_server(world, who):
    client, wrong = browser(world.cast, who), Notes()
    for header in HEADERS:
        for told in ("\0", "\xff", "9" * 40, "", "x" * 9000, ",;=q", "http://[", "bytes=9-1"):
            for route in ("home:home", "account_login", "course:file", "course:import_report"):
                url = reverse(route, args=arguments_of(route, world))
                wrong.note(client.get(url, headers={header: told}), header, told[:9], route)
    assert not wrong, "\n".join(wrong)


def arguments_of(name, world):
    route = next(route for route in ROUTES if route.name == name)
    return [world.arguments[argument] for argument in route.arguments]
