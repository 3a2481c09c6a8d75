"""Every screen, for everybody: axe without violations, and nothing wider than its window."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from lyceum.config.house.walking import routes

AXE = Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | "))"""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOOKS = [("light", True), ("dark", False)]

MORE = {None: ["/nothing-here"], "amina": ["/jump?q=tides", "/ui/?dir=rtl"], "ruth": []}
"""Addresses that no route names by itself."""


def find_ids(page: Page) -> dict[str, str]:
    """Return one of each that an address can name, as this person finds them on the screens."""
    page.goto("/jump?q=Oceans")
    page.locator("main a[href^='/courses/']").first.click()
    course = page.url
    item = page.locator("a.item").first.get_attribute("href")
    found = {"course_id": last(course), "item_id": last(item), "kind": "page"}
    page.goto(f"{course}?edit=1")
    modules = page.locator("form[action^='/modules/']")
    if modules.count():
        found["module_id"] = modules.first.get_attribute("action").split("/")[2]
    page.goto("/institution/people?q=amina")
    people = page.locator("main table a")
    if people.count():
        found["person_id"] = last(people.first.get_attribute("href"))
    page.troubles.clear()
    return found


def last(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]


def screens(page: Page, ids: dict[str, str]) -> list[str]:
    """Return the address of every route that shows this person a page."""
    found = []
    for route in routes():
        if set(route.arguments) <= set(ids):
            named = {name: ids[name] for name in route.arguments}
            address = reverse(route.name, kwargs=named)
            answer = page.request.get(address, max_redirects=0)
            if answer.ok and answer.headers.get("content-type", "").startswith("text/html"):
                found.append(address)
    return sorted(found)


def check(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("load")
    examine(page, address)


def examine(page: Page, address: str) -> None:
    page.evaluate(AXE.read_text())
    found = page.evaluate(RUN)
    assert not found, f"{address}: {found}"
    assert not page.evaluate(WIDER), f"{address} is wider than its window"
    page.troubles[:] = [line for line in page.troubles if "404" not in line and "403" not in line]


@pytest.mark.parametrize(("theme", "phone"), LOOKS)
@pytest.mark.parametrize(("who", "least"), [(None, 8), ("amina", 18), ("ruth", 38)])
def test_no_screen_has_barriers(visit, who, least, theme, phone):
    page = visit(who, phone=phone, color_scheme=theme, reduced_motion="reduce")
    found = screens(page, find_ids(page) if who else {})
    assert len(found) >= least, found
    for address in [*found, *MORE[who]]:
        check(page, address)


@pytest.mark.parametrize(("theme", "phone"), LOOKS)
def test_the_screens_of_a_course_have_no_barriers(visit, theme, phone):
    page = visit("kofi", phone=phone, color_scheme=theme, reduced_motion="reduce")
    page.goto("/courses")
    page.get_by_role("link", name="Oceans and coasts").click()
    course = page.url
    for part in (
        "",
        "?edit=1",
        "/people",
        "/progress",
        "/files",
        "/settings",
        "/deleted",
        "/import",
    ):
        check(page, course + part)
    page.goto(course)
    for number in (1, 5, 10):
        page.goto(course)
        page.locator("a.item").nth(number).click()
        page.wait_for_load_state("load")
        examine(page, page.url)
    page.goto(course)
    page.locator("a.item").first.click()
    page.get_by_role("link", name="Edit").click()
    page.locator("[contenteditable=true]").first.wait_for()
    examine(page, page.url)


def test_a_page_works_at_400_percent(visit):
    page = visit("amina", viewport={"width": 320, "height": 256})
    for address in ("/", "/courses", "/catalogue/"):
        page.goto(address)
        assert not page.evaluate(WIDER), address
