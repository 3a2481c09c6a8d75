"""The browser and the running site that all journeys share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import FLAGS, find_or_install
from playwright.sync_api import Browser, Page, sync_playwright
from running import PASSWORD, RunningSite, running_site

SHARED = Path(__file__).resolve().parents[2] / "shared"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_or_install(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[RunningSite]:
    """A real site, web and worker, with the demo in it."""
    with running_site(tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real packages that lie beside a checkout."""
    if not SHARED.exists():
        pytest.skip("The real samples lie in ../shared, which is not here.")
    return SHARED / "samples"


@pytest.fixture(scope="session")
def states() -> dict[str, dict]:
    """Sign-ins of the session, so that each person signs in once."""
    return {}


@pytest.fixture
def visit(browser: Browser, site: RunningSite, states) -> Iterator[Callable[..., Page]]:
    """Return a function that opens Home as somebody; the page complains of errors at its end."""
    opened = []

    def go(who: str | None, *, phone: bool = False, **options) -> Page:
        options = {"viewport": PHONE if phone else DESK, "base_url": site.url} | options
        context = browser.new_context(storage_state=states.get(who or ""), **options)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.troubles = []
        page.on("console", lambda m: m.type == "error" and page.troubles.append(m.text))
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        opened.append((context, page))
        if who and who not in states:
            sign_in(page, who)
            states[who] = context.storage_state()
        elif who:
            page.goto("/")
        return page

    yield go
    troubles = [trouble for _context, page in opened for trouble in page.troubles]
    for context, _page in opened:
        context.close()
    assert not troubles, f"The browser complained: {troubles}"


def sign_in(page: Page, who: str) -> None:
    page.goto("/account/login")
    page.get_by_label("E-mail address").fill(f"{who}@harbour.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


@pytest.fixture
def steps() -> "Steps":
    """Counts clicks, taps and key commands; typing is free (UX, Interaction budgets)."""
    return Steps()


class Steps:
    """A journey's interactions, one name each."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def click(self, target) -> None:
        self.taken.append(str(target))
        target.click()

    def press(self, page: Page, keys: str) -> None:
        self.taken.append(keys)
        page.keyboard.press(keys)

    def at_most(self, budget: int) -> None:
        assert len(self.taken) <= budget, f"{len(self.taken)} of {budget}: {self.taken}"
