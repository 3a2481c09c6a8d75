"""What a first visit weighs, measured in the browser with an empty cache."""

import gzip

import pytest
from playwright.sync_api import Page

KB = 1000
NOT_OURS = ("image", "media")


def weigh(page: Page, address: str) -> tuple[int, int, int]:
    """Return bytes of all but pictures, number of requests, and bytes of the HTML."""
    tool = page.context.new_cdp_session(page)
    tool.send("Network.enable")
    tool.send("Network.setCacheDisabled", {"cacheDisabled": True})
    tool.send("Network.setBypassServiceWorker", {"bypass": True})
    kinds, sizes = {}, {}
    tool.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    tool.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.goto(address, wait_until="networkidle")
    counted = {
        key: size for key, size in sizes.items() if kinds.get(key, "").lower() not in NOT_OURS
    }
    html = sum(size for key, size in sizes.items() if kinds.get(key) == "Document")
    return sum(counted.values()), len(kinds), html


@pytest.mark.parametrize("address", ["/", "/courses", "/catalogue/"])
def test_a_learners_screens_weigh_at_most_75_kb_in_8_requests(visit, address):
    page = visit("amina", phone=True)
    total, requests, _html = weigh(page, address)
    assert total <= 75 * KB
    assert requests <= 8 + page.locator("img").count()


def test_the_outline_and_the_player_are_light(visit):
    page = visit("amina", phone=True)
    page.goto("/courses")
    page.get_by_role("link", name="Oceans and coasts").click()
    course = page.url
    total, _requests, html = weigh(page, course)
    assert total <= 75 * KB
    assert html <= 15 * KB
    page.locator("a.item").nth(1).click()
    total, _requests, html = weigh(page, page.url)
    assert total <= 75 * KB
    assert html <= 10 * KB + len(gzip.compress(page.locator(".prose").inner_html().encode()))


def test_home_is_at_most_12_kb_of_html(visit):
    for who in ("amina", "kofi", "ruth"):
        _total, _requests, html = weigh(visit(who), "/")
        assert html <= 12 * KB


def test_a_teachers_screens_weigh_at_most_120_kb_before_the_editor(visit):
    page = visit("kofi")
    page.goto("/courses")
    page.get_by_role("link", name="Oceans and coasts").click()
    for part in ("?edit=1", "/people", "/settings"):
        total, _requests, _html = weigh(page, page.url.split("?")[0].removesuffix("/people") + part)
        assert total <= 120 * KB
