"""An administrator's journeys, within their budgets."""

from playwright.sync_api import expect


def test_people_are_invited_by_a_list_in_four_steps(visit, steps):
    page = visit("ruth")
    steps.click(page.get_by_role("link", name="Invite", exact=True))
    page.get_by_label("List").fill("zoe@example.org, Zoe Park\nyan@example.org")
    steps.click(page.get_by_role("button", name="Check the list"))
    steps.click(page.get_by_role("button", name="Send 2 invitations"))
    expect(page.get_by_text("zoe@example.org").first).to_be_visible()
    steps.at_most(4)


def test_a_deleted_course_is_restored_in_three_steps(visit, steps):
    page = visit("ruth")
    page.goto("/institution/courses")
    page.get_by_role("link", name="Trade and cities").click()
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("button", name="Delete the course").click()
    page.goto("/")
    steps.click(page.get_by_role("link", name="courses").filter(has_text="course").last)
    steps.click(page.get_by_role("button", name="Restore").first)
    expect(page.get_by_role("link", name="Trade and cities")).to_be_visible()
    steps.at_most(3)


def test_the_colour_is_set_in_four_steps(visit, steps):
    page = visit("ruth")
    steps.click(page.get_by_role("link", name="Name, logo and colour"))
    page.get_by_label("Colour").fill("#7a3b69")
    steps.click(page.get_by_role("button", name="Save"))
    expect(page.get_by_text("Saved").first).to_be_visible()
    steps.at_most(4)
