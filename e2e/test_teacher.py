"""A teacher's journeys: make, import, edit in place, put in order, lose nothing."""

import re

import pytest
from playwright.sync_api import Page, expect


def write_page(page: Page, title: str, text: str) -> None:
    """Type a new page: the title has the focus, and Enter leads on into the text."""
    expect(page.locator("[contenteditable=true]").first).to_be_visible()
    expect(page.locator("input[name=title]")).to_be_focused()
    page.keyboard.type(f"{title}\n{text}")


def test_a_course_with_one_page_is_published_in_six_steps(visit, steps):
    page = visit("kofi")
    steps.click(page.get_by_role("link", name="New course"))
    page.get_by_label("Name of the course").fill("Waves in a week")
    steps.click(page.get_by_role("button", name="Create course"))
    steps.click(page.get_by_role("button", name="Add Page"))
    write_page(page, "What a wave is", "Up and down.")
    steps.click(page.get_by_role("button", name="Publish", exact=True))
    expect(page.get_by_text("What a wave is")).to_be_visible()
    steps.click(page.get_by_role("button", name="Publish course"))
    expect(page.locator("main .chip", has_text="Published").first).to_be_visible()
    steps.at_most(6)


def test_a_page_is_added_to_a_module_in_three_steps(visit, steps):
    page = visit("kofi")
    page.get_by_role("link", name="Océanos y costas").click()
    steps.click(page.get_by_role("link", name="Edit"))
    steps.click(page.get_by_role("button", name="Add Page").first)
    write_page(page, "Una página", "Sube y baja.")
    steps.click(page.get_by_role("button", name="Publish", exact=True))
    expect(page.get_by_text("Una página")).to_be_visible()
    steps.at_most(3)


def test_who_fell_behind_and_why_stands_on_home(visit):
    page = visit("kofi")
    expect(page.get_by_role("heading", name="Who fell behind")).to_be_visible()
    expect(page.get_by_text(re.compile("quiet for|has not begun")).first).to_be_visible()


@pytest.fixture
def imported(visit, samples) -> Page:
    page = visit("kofi")
    page.goto("/courses/import")
    package = samples / "common_cartridge" / "canvas_multiple-pages.imscc"
    page.get_by_label("Package").set_input_files(package)
    page.get_by_role("button", name="Import").click()
    page.get_by_role("link", name="Open the course").click()
    page.wait_for_url("**/courses/*")
    return page


def test_a_real_package_is_imported_edited_published_joined_and_read(imported, visit):
    page = imported
    course = page.url
    page.locator("a.item").first.click()
    page.get_by_role("link", name="Edit").click()
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" And a last word.")
    page.get_by_role("button", name=re.compile("^Publish")).click()
    page.wait_for_url("**/courses/*")
    page.goto(course)
    page.get_by_role("button", name="Publish course").click()
    page.goto(f"{course}/settings")
    page.get_by_label("With a code").check()
    page.get_by_role("button", name="Save").click()
    page.goto(f"{course}/settings")
    code = page.locator(".code").inner_text()

    learner = visit("chen", phone=True)
    learner.goto(course.replace("/courses/", "/catalogue/"))
    learner.get_by_label("Code").fill(code)
    learner.get_by_role("button", name="Join this course").click()
    learner.get_by_role("link", name="Start").click()
    expect(learner.locator(".player-done b")).to_be_visible()

    page.goto(f"{course}/progress")
    expect(page.get_by_role("row", name=re.compile("Chen Wei"))).to_contain_text(re.compile("1 /"))


def test_two_teachers_at_one_page_see_both_texts(imported, visit):
    imported.locator("a.item").first.click()
    address = imported.url
    other = visit("ruth")
    other.goto(f"{address}/text")
    imported.goto(f"{address}/text")
    imported.locator("[contenteditable=true]").first.click()
    imported.keyboard.type("Kofi was here. ")
    imported.get_by_role("button", name=re.compile("^Publish")).click()
    imported.wait_for_url("**/courses/*")
    other.locator("[contenteditable=true]").first.click()
    other.keyboard.type("So was Ruth. ")
    other.get_by_role("button", name=re.compile("^Publish")).click()
    expect(other.get_by_text("Kofi was here.").first).to_be_visible()
    expect(other.get_by_text("So was Ruth.").first).to_be_visible()
    other.troubles.clear()


def test_items_are_put_in_order_by_keys_and_by_buttons_and_deleting_can_be_undone(imported):
    page = imported
    page.get_by_role("link", name="Edit").click()
    titles = page.locator("li.item-edit > a bdi")
    first, second = titles.nth(0).inner_text(), titles.nth(1).inner_text()
    page.get_by_role("button", name=f"Move {second} up", exact=True).click()
    expect(titles.nth(0)).to_have_text(second)
    page.locator("li.item-edit").nth(0).locator("> a").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(titles.nth(0)).to_have_text(first)
    page.get_by_label(f"More for {first}", exact=True).click()
    page.locator("li.item-edit").nth(0).get_by_role("button", name="Delete").click()
    expect(titles.nth(0)).to_have_text(second)
    page.get_by_role("button", name="Undo").click()
    expect(titles.nth(0)).to_have_text(first)


def test_an_item_is_dragged_by_its_handle(imported):
    page = imported
    page.get_by_role("link", name="Edit").click()
    titles = page.locator("li.item-edit > a bdi")
    first = titles.nth(0).inner_text()
    handle = page.locator("li.item-edit .handle").nth(0)
    target = page.locator("li.item-edit").nth(1).bounding_box()
    handle.hover()
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + target["height"] - 4, steps=8)
    page.mouse.up()
    expect(titles.nth(1)).to_have_text(first)
    page.reload()
    expect(titles.nth(1)).to_have_text(first)
