"""A teacher at the editor: what the tests press, type, paste and read."""

from collections.abc import Callable
from pathlib import Path

from editor_site import EditorSite
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

AXE = Path(__file__).resolve().parent.parent / "node_modules/axe-core/axe.min.js"

PASTE = """([html, text, files]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  if (text) data.setData("text/plain", text);
  for (const [name, type] of files) data.items.add(new File(["bytes"], name, {type}));
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


class Desk:
    """One browser with the page open; what its console complains about is kept."""

    def __init__(self, browser: Browser, site: EditorSite, **options: object) -> None:
        self.site = site
        self.context: BrowserContext = browser.new_context(**options)
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", self.on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def on_console(self, message: object) -> None:
        expected = "Failed to load resource"
        if message.type in {"error", "warning"} and expected not in message.text:
            self.complaints.append(message.text)

    def open(self, body: str | None = None) -> "Desk":
        if body is not None:
            self.site.body = body
        self.page.goto(self.site.address)
        expect(self.text).to_be_visible()
        return self

    @property
    def text(self) -> Locator:
        return self.page.locator(".ProseMirror")

    def write(self, *keys: str) -> None:
        """Type texts; a key in angle brackets is pressed: `"<Enter>"`."""
        for each in keys:
            if each.startswith("<") and each.endswith(">") and len(each) > 2:
                self.press(each[1:-1])
            else:
                self.page.keyboard.type(each)

    def press(self, key: str) -> None:
        """Press one key and let the page notice where the cursor is now."""
        self.page.keyboard.press(key)
        self.page.evaluate("new Promise((done) => setTimeout(done))")

    def begin(self) -> None:
        self.text.focus()
        self.press("Control+Home")

    def html(self) -> str:
        return self.page.evaluate("document.querySelector('page-editor').editor.html")

    def expect_html(self, wanted: str) -> None:
        """The text is this, or becomes it soon: dialogs answer a moment later."""
        try:
            self.until(lambda: self.html() == wanted)
        except AssertionError:
            assert self.html() == wanted

    def paste(self, html: str = "", text: str = "", files: tuple = ()) -> None:
        self.page.evaluate(PASTE, [html, text, list(files)])

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def choose(self, menu: str, item: str) -> None:
        self.button(menu).click()
        self.page.locator(".pe-menu").get_by_text(item, exact=True).click()

    def publish(self) -> dict[str, str]:
        """Post the form and wait for the page that comes after; return what the server got."""
        with self.page.expect_navigation():
            self.button("Publish").click()
        return self.site.published[-1]

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds on the server's side, while the page goes on."""
        for _ in range(120):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("It did not happen within six seconds.")

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run()")
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]
