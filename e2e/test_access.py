"""Every screen, for everybody: axe without violations, and nothing wider than its window."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | "))"""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOOKS = [("light", True), ("dark", False)]

SIGNED_OUT = [
    "/account/login",
    "/account/password/reset",
    "/catalogue/",
    "/offline",
    "/nothing-here",
]
LEARNER = ["/", "/courses", "/catalogue/", "/jump?q=tides", "/me", "/ui/", "/ui/?dir=rtl"]
TEACHER = ["/", "/courses", "/courses/new", "/courses/import"]
ADMINISTRATOR = [
    "/",
    "/institution/people",
    "/institution/invitations",
    "/institution/courses",
    "/institution/brand",
    "/institution/jobs",
    "/institution/health",
]


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
@pytest.mark.parametrize(
    ("who", "addresses"),
    [(None, SIGNED_OUT), ("amina", LEARNER), ("kofi", TEACHER), ("ruth", ADMINISTRATOR)],
)
def test_screens_have_no_barriers(visit, who, addresses, theme, phone):
    page = visit(who, phone=phone, color_scheme=theme)
    for address in addresses:
        check(page, address)


@pytest.mark.parametrize(("theme", "phone"), LOOKS)
def test_the_screens_of_a_course_have_no_barriers(visit, theme, phone):
    page = visit("kofi", phone=phone, color_scheme=theme)
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
