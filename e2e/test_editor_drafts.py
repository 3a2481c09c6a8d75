"""Keeping what one writes: drafts, lost connections, crashes, conflicts, pastes too large."""

import re
from collections.abc import Iterator

import pytest
from editor_desk import AXE, Desk
from editor_site import EditorSite
from playwright.sync_api import Browser, expect

THEIRS = {
    "theirs_html": "<p>The Moon pulls.</p>\n<p>Kofi was here.</p>",
    "theirs_by": "Kofi Osei",
    "revision": "7",
}


@pytest.fixture
def site() -> Iterator[EditorSite]:
    site = EditorSite()
    site.start()
    yield site
    site.stop()


@pytest.fixture
def desk(browser: Browser, site: EditorSite) -> Iterator[Desk]:
    desk = Desk(browser, site)
    yield desk.open("<p>The Moon pulls.</p>")
    desk.context.close()
    assert desk.complaints == []


def state(desk: Desk):
    return desk.page.locator(".pe-state")


def test_reading_alone_saves_nothing(desk, site):
    desk.text.click()
    desk.write("<ArrowRight>", "<Escape>")
    desk.page.wait_for_timeout(2000)
    assert site.drafts == []


def test_a_change_becomes_a_draft_with_its_time(desk, site):
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile(r"^Saved 12:04"))
    assert site.drafts == [{"body": "<p>Listen. The Moon pulls.</p>", "based_on": "1"}]
    assert site.tokens == ["tok"]
    expect(desk.page.locator(".pe-spoken")).to_have_text("")


def test_a_failing_server_is_told_and_tried_again(desk, site):
    site.answers = [503, 503]
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile("^Not saved, retrying"))
    expect(desk.page.locator(".pe-spoken")).to_have_text(re.compile("^Not saved"))
    expect(state(desk)).to_have_text(re.compile("^Saved"), timeout=12_000)
    expect(desk.page.locator(".pe-spoken")).to_have_text(re.compile("^Saved"))
    assert site.drafts[-1]["body"] == "<p>Listen. The Moon pulls.</p>"


def test_text_survives_a_crash_without_a_network(desk, site):
    desk.context.set_offline(True)
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile("^Not saved"))
    desk.page.close(run_before_unload=False)
    desk.context.set_offline(False)
    site.drafts.clear()
    desk.page = desk.context.new_page()
    desk.open()
    notice = desk.page.get_by_role("status").filter(has_text="We found text")
    expect(notice).to_contain_text("put it back")
    desk.expect_html("<p>Listen. The Moon pulls.</p>")
    desk.until(lambda: site.drafts)
    assert site.drafts[0]["body"] == "<p>Listen. The Moon pulls.</p>"
    notice.get_by_role("button", name="Use the saved text").click()
    desk.expect_html("<p>The Moon pulls.</p>")


def test_a_saved_draft_leaves_no_copy_behind(desk, site):
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile("^Saved"))
    desk.open()
    expect(desk.page.locator(".pe-notice")).to_have_count(0)


def test_text_too_long_for_the_server_stays_here_and_says_so(desk, site):
    site.answers = [413]
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile("^Not saved: the text is too long"))
    desk.expect_html("<p>Listen. The Moon pulls.</p>")


def test_discarding_keeps_neither_draft_nor_copy(desk, site):
    site.answers = [503]
    desk.begin()
    desk.write("Listen. ")
    expect(state(desk)).to_have_text(re.compile("^Not saved"))
    with desk.page.expect_navigation():
        desk.button("Discard").click()
    expect(desk.text).to_be_visible()
    desk.expect_html("<p>The Moon pulls.</p>")
    expect(desk.page.locator(".pe-notice")).to_have_count(0)
    assert site.drafts == []


def start_conflict(desk: Desk, site: EditorSite):
    site.answers = [409]
    site.conflict = THEIRS
    desk.begin()
    desk.write("Listen. ")
    dialog = desk.page.get_by_role("dialog", name="This page has changed meanwhile")
    expect(dialog).to_be_visible()
    return dialog


def test_two_teachers_see_both_texts(desk, site):
    dialog = start_conflict(desk, site)
    expect(dialog.get_by_role("region", name="Your text")).to_contain_text("Listen.")
    theirs = dialog.get_by_role("region", name="Text by Kofi Osei")
    expect(theirs.locator(".is-only")).to_have_text(
        ["Only in this text:The Moon pulls.", "Only in this text:Kofi was here."]
    )


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        ("Keep mine", "<p>Listen. The Moon pulls.</p>"),
        ("Take theirs", THEIRS["theirs_html"]),
        (
            "Keep both",
            "<p>Listen. The Moon pulls.</p>\n<h2>Text by Kofi Osei</h2>\n" + THEIRS["theirs_html"],
        ),
    ],
)
def test_a_conflict_ends_as_the_teacher_chooses(desk, site, choice, body):
    start_conflict(desk, site).get_by_role("button", name=choice).click()
    desk.expect_html(body)
    desk.until(lambda: site.drafts)
    assert site.drafts[-1] == {"body": body, "based_on": "7"}
    if choice == "Take theirs":
        desk.write("<Control+z>")
        desk.expect_html("<p>Listen. The Moon pulls.</p>")


def test_a_conflict_may_wait_and_publishing_asks_again(desk, site):
    dialog = start_conflict(desk, site)
    desk.write("<Escape>")
    expect(desk.page.get_by_role("alert")).to_contain_text("there are two texts")
    desk.button("Publish").click()
    expect(dialog).to_be_visible()
    assert site.published == []
    dialog.get_by_role("button", name="Keep mine").click()
    assert desk.publish()["based_on"] == "7"


def test_a_conflict_found_while_publishing_is_shown_on_arrival(browser, site):
    site.given_conflict = THEIRS
    desk = Desk(browser, site).open("<p>Mine</p>")
    expect(desk.page.get_by_role("dialog")).to_contain_text("Kofi was here.")
    desk.page.get_by_role("button", name="Keep both").click()
    desk.until(lambda: site.drafts)
    assert site.drafts[-1]["based_on"] == "7"
    desk.context.close()


def test_a_paste_of_five_megabytes_is_refused_at_once_with_its_size(desk):
    desk.begin()
    desk.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/html", "<p>" + "tide ".repeat(1048576) + "</p>");
          data.setData("text/plain", "only this");
          const paste = {clipboardData: data, bubbles: true, cancelable: true};
          const start = performance.now();
          document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", paste));
          window.took = performance.now() - start;
        }"""
    )
    assert desk.page.evaluate("window.took") < 500
    alert = desk.page.get_by_role("alert")
    expect(alert).to_contain_text("it has 5.0 MB, and one paste may have 2.0 MB")
    desk.expect_html("<p>The Moon pulls.</p>")
    alert.get_by_role("button", name="Paste as plain text").click()
    desk.expect_html("<p>only thisThe Moon pulls.</p>")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            "<html><head><style>p{color:red}</style></head><body><!--StartFragment-->"
            "<p class=MsoNormal style='margin:0'>A <span style='font-weight:700'>bold</span>"
            "<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
            "<span style='mso-list:Ignore'>·&nbsp;</span>One</p><p class=MsoListParagraph "
            "style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Two</p>"
            "<!--EndFragment--></body></html>",
            "<p>A <strong>bold</strong></p>\n<ul><li>One<ul><li>Two</li></ul></li></ul>",
        ),
        (
            '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
            '<h1 dir="ltr" style="line-height:1"><span style="font-weight:400">Tides</span></h1>'
            '<p><span style="font-style:italic;color:#000">soft</span></p></b>',
            '<h2 dir="ltr">Tides</h2>\n<p><em>soft</em></p>',
        ),
        (
            '<p onclick="alert(1)"><a href="java&#10;script:alert(1)">x</a>'
            '<script>alert(1)</script><img src=x onerror="alert(1)"></p>'
            '<iframe src="https://evil.example/"></iframe>',
            '<p>x<img src="x" alt=""></p>\n'
            '<p><a href="https://evil.example/">https://evil.example/</a></p>',
        ),
    ],
)
def test_pasted_text_keeps_its_sense_and_nothing_else(desk, html, kept):
    desk.open("")
    desk.begin()
    desk.paste(html=html)
    desk.expect_html(kept)


def test_images_of_other_places_are_left_out_and_counted(desk):
    desk.open("")
    desk.begin()
    desk.paste(html='<p>A</p><img src="https://other.example/a.png"><img src="data:image/png,x">')
    expect(desk.page.locator(".pe-notice")).to_contain_text("Images left out of what you pasted: 2")
    desk.expect_html("<p>A</p>")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core comes with npm ci.")
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong_with_a_conflict(browser, site, width):
    desk = Desk(browser, site, viewport={"width": width, "height": 740})
    desk.open("<p>The Moon pulls.</p>")
    start_conflict(desk, site)
    assert desk.violations() == []
    desk.context.close()
