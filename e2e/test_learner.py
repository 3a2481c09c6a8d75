"""A learner's journeys, on a phone, with and without scripts."""

import re

from playwright.sync_api import expect

IN_CHARGE = """async () => {
  const worker = navigator.serviceWorker;
  if (!worker.controller)
    await new Promise((done) => worker.addEventListener("controllerchange", done));
  return true;
}"""
"""Wait until the service worker answers for the page."""


def test_a_learner_resumes_at_the_very_place_in_one_tap(visit, steps):
    page = visit("amina", phone=True)
    steps.click(page.get_by_role("link", name="Resume"))
    page.wait_for_load_state()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight * 0.6)")
    with page.expect_response("**/place"):
        page.wait_for_timeout(1800)
    left_at = page.evaluate("window.scrollY")
    title = page.locator("h1").inner_text()
    page.goto("/")
    page.get_by_role("link", name="Resume").click()
    expect(page.locator("h1")).to_have_text(title)
    page.wait_for_function("window.scrollY > 100")
    block = page.evaluate("document.querySelector('.here').getBoundingClientRect().height")
    assert abs(page.evaluate("window.scrollY") - left_at) < max(300, block)
    steps.at_most(1)


def test_a_learner_finds_their_progress_without_a_click(visit):
    page = visit("amina", phone=True)
    expect(page.get_by_role("img", name=re.compile("percent done"))).to_be_visible()


def test_a_newcomer_joins_reads_and_sees_the_progress(visit):
    page = visit("chen", phone=True)
    page.goto("/catalogue/")
    page.get_by_role("link", name="Oceans and coasts").click()
    page.get_by_role("button", name="Join this course").click()
    expect(page.locator("h1")).to_have_text("Oceans and coasts")
    page.get_by_role("link", name="Start").click()
    expect(page.locator(".player-done b")).to_be_visible()
    page.get_by_role("link", name="Oceans and coasts").first.click()
    expect(page.get_by_text(re.compile(r"^1 of \d+ done"))).to_be_visible()


def test_the_way_of_a_learner_works_without_scripts(visit):
    page = visit("bruno", phone=True, java_script_enabled=False)
    page.get_by_role("link", name="Catalogue").click()
    page.get_by_role("link", name="Numbers that argue").click()
    if page.get_by_role("button", name="Join this course").count():
        page.get_by_role("button", name="Join this course").click()
    page.locator("a.item").first.click()
    if page.get_by_role("button", name="I have read this").count():
        page.get_by_role("button", name="I have read this").click()
    expect(page.locator(".player-done b").first).to_have_text("Done")
    page.get_by_role("link", name=re.compile("^Next")).click()
    expect(page.locator("h1")).to_be_visible()


def test_keys_alone_lead_through_the_player_and_the_palette(visit):
    page = visit("amina")
    page.keyboard.press("Control+k")
    page.keyboard.type("how tides")
    expect(page.locator("[data-hits] a").first).to_contain_text("How tides work")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("How tides work")
    page.wait_for_load_state()  # keys are heard once the scripts have come
    page.keyboard.press("n")
    expect(page.locator("h1")).to_have_text("Spring and neap tides")
    page.wait_for_load_state()
    page.keyboard.press("p")
    expect(page.locator("h1")).to_have_text("How tides work")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_without_a_network_a_page_says_so(visit):
    page = visit("amina")
    assert page.evaluate(IN_CHARGE)
    page.context.set_offline(True)
    page.goto("/courses")
    expect(page.locator("h1")).to_have_text("You are offline")
    page.context.set_offline(False)
    page.troubles.clear()
