"""The pictures of the README, taken anew from the demo: python e2e/pictures.py"""

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from chromium import FLAGS, find_or_install
from conftest import DESK, PHONE, SHARED, sign_in
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from running import running_site

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PACKAGE = SHARED / "samples" / "common_cartridge" / "allyworkshop.imscc"
LARGEST = 60_000
TALL = {"width": 1000, "height": 1000}


def home(page: Page) -> None:
    """Read some way into the next page first, so that Home can say where one stopped."""
    page.get_by_role("link", name="Resume").click()
    page.wait_for_load_state()
    with page.expect_response("**/place"):
        page.evaluate("window.scrollTo(0, document.body.scrollHeight * 0.4)")
        page.wait_for_timeout(1800)
    page.goto("/")


def outline(page: Page) -> None:
    page.get_by_role("link", name="Oceans and coasts").first.click()


def editor(page: Page) -> None:
    outline(page)
    page.get_by_role("link", name="Spring and neap tides").click()
    page.get_by_role("link", name="Edit").click()
    page.locator("[contenteditable=true]").wait_for()


def report(page: Page) -> None:
    page.goto("/courses/import")
    page.get_by_label("Package").set_input_files(PACKAGE)
    page.get_by_role("button", name="Import").click()
    page.get_by_role("link", name="Open the course").wait_for()


Walk = Callable[[Page], None]
SHOWN: list[tuple[str, str, dict[str, int], Walk]] = [
    ("home", "amina", PHONE, home),
    ("outline", "noah", TALL, outline),
    ("editor", "kofi", DESK, editor),
    ("import", "kofi", DESK, report),
]


def main() -> None:
    if not PACKAGE.exists():
        sys.exit("The package of the last picture lies in ../shared, which is not here.")
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        running_site(Path(home)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=FLAGS)
        for name, who, window, walk in SHOWN:
            keep(name, taken(browser, site.url, who, window, walk))
        browser.close()


def taken(browser: Browser, url: str, who: str, window: dict[str, int], walk: Walk) -> bytes:
    touch = {"is_mobile": True, "has_touch": True} if window is PHONE else {}
    page = browser.new_page(base_url=url, viewport=window, device_scale_factor=1.5, **touch)
    sign_in(page, who)
    walk(page)
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    picture = page.screenshot()
    page.context.close()
    return picture


def keep(name: str, picture: bytes) -> None:
    """Write the picture, as good as its size allows."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    for quality in range(90, 30, -5):
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= LARGEST:
            break
    (PICTURES / f"{name}.webp").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
