"""Writing a page: typing, keys, the toolbar, questions before things are placed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editor_desk import AXE, Desk
from editor_site import EditorSite
from playwright.sync_api import Browser, expect

from lyceum.kernel.markup import clean_html

# One of each kind of block and mark, as the editor writes them.
EVERYTHING = Path(__file__).with_name("whole_page.html").read_text(encoding="utf-8").rstrip()


@pytest.fixture
def site() -> Iterator[EditorSite]:
    site = EditorSite()
    site.start()
    yield site
    site.stop()


@pytest.fixture
def desk(browser: Browser, site: EditorSite) -> Iterator[Desk]:
    """The editor on an empty page. Whatever it does, the policy and the console stay quiet."""
    desk = Desk(browser, site)
    yield desk.open("")
    desk.context.close()
    assert desk.complaints == []


def test_a_page_with_every_kind_of_block_comes_back_unchanged(desk):
    desk.open(EVERYTHING)
    desk.expect_html(EVERYTHING)


def test_what_the_server_keeps_is_what_the_editor_keeps(desk):
    kept = clean_html(EVERYTHING)
    desk.open(kept)
    assert clean_html(desk.html()).replace("\n", "") == kept.replace("\n", "")


def test_formulas_are_read_from_the_servers_mathml(desk):
    note = '<annotation encoding="application/x-tex">x^2</annotation>'
    desk.open(
        f"<p>a <math><semantics><mi>x</mi>{note}</semantics></math></p>"
        f'<div class="math"><math display="block"><mi>x</mi>{note}</math></div>'
    )
    desk.expect_html(
        '<p>a <span class="math" data-tex="x^2">x^2</span></p>\n'
        '<div class="math" data-tex="x^2">x^2</div>'
    )


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        (["## Tides"], "<h2>Tides</h2>"),
        (["#### Small"], "<h4>Small</h4>"),
        (["- One", "<Enter>", "Two"], "<ul><li>One</li><li>Two</li></ul>"),
        (["3. Three", "<Enter>", "Four"], '<ol start="3"><li>Three</li><li>Four</li></ol>'),
        (["> Said"], "<blockquote><p>Said</p></blockquote>"),
        (["```python print(1)"], '<pre><code class="language-python">print(1)</code></pre>'),
        (["---after"], "<hr>\n<p>after</p>"),
        (["so $x^2$ grows"], '<p>so <span class="math" data-tex="x^2">x^2</span> grows</p>'),
        (["from $5 to $6 only"], "<p>from $5 to $6 only</p>"),
        (["a **bold** and *soft* `code`"],
         "<p>a <strong>bold</strong> and <em>soft</em> <code>code</code></p>"),
        (["**bold**", "<Backspace>"], "<p>**bold**</p>"),
        (["One", "<Shift+Enter>", "two"], "<p>One<br>two</p>"),
        (["- One", "<Enter>", "<Tab>", "Two"], "<ul><li>One<ul><li>Two</li></ul></li></ul>"),
    ],
)  # fmt: skip
def test_signs_become_blocks_while_one_types(desk, typed, html):
    desk.begin()
    desk.write(*typed)
    desk.expect_html(html)


def test_the_toolbar_is_one_stop_and_moves_by_arrows(desk):
    desk.begin()
    desk.write("Tides", "<Control+a>", "<Alt+F10>")
    expect(desk.page.locator(".pe-tool:focus")).to_have_attribute("aria-label", "Style: Text")
    desk.write("<ArrowRight>", "<Enter>")
    expect(desk.button("Bold")).to_be_focused()
    expect(desk.button("Bold")).to_have_attribute("aria-pressed", "true")
    desk.write("<End>")
    expect(desk.button("Redo")).to_be_focused()
    desk.write("<ArrowRight>", "<ArrowDown>", "<ArrowDown>", "<Enter>")
    expect(desk.text).to_be_focused()
    desk.expect_html("<h2><strong>Tides</strong></h2>")
    desk.write("<Alt+F10>", "<Escape>")
    expect(desk.text).to_be_focused()


def test_arrows_follow_the_direction_of_the_page(desk, site):
    site.direction = "rtl"
    desk.open("<p>المد</p>").begin()
    desk.write("<Alt+F10>", "<ArrowLeft>")
    expect(desk.button("Bold")).to_be_focused()
    desk.write("<ArrowRight>", "<ArrowRight>")
    expect(desk.button("Redo")).to_be_focused()


def test_escape_then_tab_leaves_the_text_even_in_a_list(desk):
    desk.begin()
    desk.write("- One", "<Enter>", "Two", "<Tab>")
    expect(desk.text).to_be_focused()
    desk.write("<Escape>", "<Tab>")
    expect(desk.button("Publish")).to_be_focused()


def test_a_slash_opens_the_list_of_blocks(desk):
    desk.begin()
    desk.write("/tab")
    expect(desk.page.get_by_role("listbox", name="Insert")).to_be_visible()
    desk.write("<Enter>", "Day", "<Tab>", "Time")
    assert desk.html().startswith(
        '<table><thead><tr><th scope="col">Day</th><th scope="col">Time</th>'
    )


def test_rows_and_columns_come_and_go_by_buttons(desk):
    desk.begin()
    desk.choose("Insert", "Table")
    for name in ("Add row below", "Add column after", "Header column on or off"):
        desk.button(name).click()
    assert desk.html().count("<tr>") == 4
    assert desk.html().count('<th scope="row">') == 3
    desk.choose("Remove", "Delete column")
    desk.button("Caption of the table").click()
    desk.write("High water", "<Enter>")
    desk.until(lambda: "<caption>High water</caption>" in desk.html())


def test_a_link_asks_for_a_usable_address(desk):
    desk.begin()
    desk.write("Ennor", "<Control+a>", "<Control+k>", "javascript:alert(1)", "<Enter>")
    expect(desk.page.get_by_role("alert")).to_contain_text("cannot be used")
    desk.page.get_by_label("Address").fill("example.org/tides")
    desk.write("<Enter>")
    desk.expect_html('<p><a href="https://example.org/tides">Ennor</a></p>')
    expect(desk.text).to_be_focused()
    desk.write("<Control+k>", "<Control+a>", "<Delete>", "<Enter>")
    desk.expect_html("<p>Ennor</p>")


def test_an_image_is_placed_only_after_its_description(desk, site):
    desk.begin()
    desk.paste(files=[("chart.png", "image/png")])
    dialog = desk.page.get_by_role("dialog", name="Add image")
    dialog.get_by_role("button", name="Add image").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Describe the image")
    assert "<img" not in desk.html()
    dialog.get_by_label("Description").fill("A tide chart")
    desk.write("<Tab>", "<Enter>")
    expect(dialog).to_be_hidden()
    desk.expect_html(
        '<figure><img src="/files/chart.png" alt="A tide chart" width="640" height="360"></figure>'
    )
    assert site.uploads == ["chart.png"]
    assert site.tokens[0] == "tok"


def test_a_decorative_image_says_so(desk):
    desk.begin()
    with desk.page.expect_file_chooser() as choosing:
        desk.button("Image").click()
    choosing.value.set_files({"name": "line.png", "mimeType": "image/png", "buffer": b"x"})
    dialog = desk.page.get_by_role("dialog", name="Add image")
    dialog.get_by_label("It is decorative").check()
    dialog.get_by_role("button", name="Add image").click()
    expect(dialog).to_be_hidden()
    desk.until(lambda: 'alt=""' in desk.html())


def test_a_formula_is_shown_while_one_writes_it(desk):
    desk.begin()
    desk.write("<Control+Shift+m>", r"\frac{1")
    dialog = desk.page.get_by_role("dialog", name="Formula")
    dialog.get_by_role("button", name="Apply").click()
    expect(dialog.get_by_role("alert")).to_contain_text("cannot be read")
    desk.write("}{2}")
    expect(dialog.locator("math mfrac")).to_be_visible()
    desk.write("<Control+Enter>")
    expect(dialog).to_be_hidden()
    desk.expect_html(r'<p><span class="math" data-tex="\frac{1}{2}">\frac{1}{2}</span></p>')
    expect(desk.text.locator("math mfrac")).to_be_visible()


def test_only_videos_of_known_hosts_are_embedded(desk):
    desk.begin()
    desk.choose("Insert", "Video from the web")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("Address of the video").fill("https://video.example.com/1")
    dialog.get_by_label("Title").fill("Tides")
    dialog.get_by_role("button", name="Apply").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Only videos from YouTube and Vimeo")
    dialog.get_by_label("Address of the video").fill("https://youtu.be/abc123XYZ?t=3")
    dialog.get_by_role("button", name="Apply").click()
    expect(dialog).to_be_hidden()
    src = "https://www.youtube-nocookie.com/embed/abc123XYZ?start=3"
    desk.expect_html(f'<figure class="embed"><iframe src="{src}" title="Tides"></iframe></figure>')


def test_code_and_callouts_change_their_kind(desk):
    desk.begin()
    desk.write("``` ", "x = 1")
    desk.choose("Language of the code: Plain text", "python")
    desk.write("<Control+Enter>", "/tip", "<Enter>", "Look twice")
    desk.choose("Kind: Tip", "Warning")
    desk.expect_html(
        '<pre><code class="language-python">x = 1</code></pre>\n'
        '<aside class="callout callout-warning"><p>Look twice</p></aside>'
    )


def test_undo_and_redo_have_buttons(desk):
    desk.begin()
    desk.write("Tides")
    desk.button("Undo").click()
    desk.expect_html("")
    desk.button("Redo").click()
    desk.expect_html("<p>Tides</p>")


def test_publishing_posts_the_text_and_its_revision(desk, site):
    desk.begin()
    desk.write("Tides")
    sent = desk.publish()
    assert (sent["body"], sent["based_on"]) == ("<p>Tides</p>", "1")


def test_without_javascript_the_textarea_works(browser, site):
    site.body = "<p>Tides</p>"
    desk = Desk(browser, site, java_script_enabled=False)
    desk.page.goto(site.address)
    desk.page.get_by_label("Text of the page").fill("<p>Waves</p>")
    assert desk.publish()["body"] == "<p>Waves</p>"
    desk.context.close()


Opened = Callable[[Desk], None]


def open_nothing(desk: Desk) -> None:
    """The editor as it is."""


def open_table(desk: Desk) -> None:
    desk.page.locator(".ProseMirror td").first.click()


def open_image(desk: Desk) -> None:
    desk.paste(files=[("chart.png", "image/png")])
    expect(desk.page.get_by_role("dialog")).to_be_visible()


def open_menu(desk: Desk) -> None:
    desk.button("Insert").click()
    expect(desk.page.get_by_role("menu")).to_be_visible()


def open_slash(desk: Desk) -> None:
    desk.write("<Control+End>", "<Enter>", "/")
    expect(desk.page.get_by_role("listbox")).to_be_visible()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core comes with npm ci.")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", [open_nothing, open_table, open_image, open_menu, open_slash])
def test_axe_finds_nothing_wrong(browser, site, scheme, opened):
    desk = Desk(browser, site, color_scheme=scheme, viewport={"width": 360, "height": 740})
    desk.open(EVERYTHING)
    desk.begin()
    opened(desk)
    assert desk.violations() == []
    desk.context.close()
