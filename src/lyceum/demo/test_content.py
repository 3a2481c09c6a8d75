"""The courses are worth reading: what a script can check of that."""

import re

import pytest

from lyceum.demo.drawings import DRAWINGS
from lyceum.demo.markdown import to_html
from lyceum.demo.reading import BrokenHead, read_courses, split

COURSES = read_courses()
ITEMS = [(course, item) for course in COURSES for item in course.items]
PAGES = [(course, item) for course, item in ITEMS if item.kind == "page"]
NAMES = [f"{course.folder.name}/{item.key}" for course, item in PAGES]
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<address>\S+)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<address>[^)\s]+)\)")
EMPTY_WORDS = re.compile(r"lorem|ipsum|\bdolor sit\b|\btbd\b|placeholder|click here", re.IGNORECASE)
every_page = pytest.mark.parametrize(("course", "page"), PAGES, ids=NAMES)


def test_there_are_three_published_courses_of_a_term():
    ours = [course for course in COURSES if course.institution == "harbour"]
    published = {c.head["code"]: c for c in ours if c.head["state"] == "published"}
    assert set(published) == {"OCE-101", "TRA-201", "MAT-110"}
    assert len(published["OCE-101"].items) >= 30
    assert len(published["TRA-201"].items) >= 22
    assert len(published["MAT-110"].items) >= 22
    assert [module.draft for module in published["MAT-110"].modules].count(True) == 1


@every_page
def test_a_page_says_something(course, page):
    assert len(page.body.split()) >= 120
    assert not EMPTY_WORDS.search(page.body)


@every_page
def test_a_picture_has_a_drawing_and_words_for_who_cannot_see_it(course, page):
    for picture in PICTURE.finditer(page.body):
        assert picture["address"].removeprefix("drawing:") in DRAWINGS
        assert len(picture["alt"].split()) >= 10


@every_page
def test_a_link_leads_to_an_item_of_the_course(course, page):
    keys = {item.key for item in course.items}
    for link in LINK.finditer(page.body):
        address = link["address"]
        assert address.startswith("https://") or page.beside(address) in keys, address


@every_page
def test_headings_begin_at_the_second_level_and_skip_none(course, page):
    levels = [int(level) for level in re.findall(r"<h(\d)", to_html(page.body, str))]
    assert all(2 <= level <= 3 for level in levels)
    assert not levels or levels[0] == 2


@every_page
def test_a_page_leaves_no_markdown_behind(course, page):
    html = to_html(page.body, str)
    text = re.sub(
        r"<code.*?</code>|data-tex=\"[^\"]*\"|<(span|div) class=\"math.*?</(span|div)>",
        "",
        html,
        flags=re.S,
    )
    assert "[!" not in text
    assert "**" not in text
    assert not re.search(r"\$[^0-9]", text)
    assert "drawing:" not in html.replace('src="drawing:', "")


def test_every_drawing_is_seen_somewhere():
    used = {
        picture["address"].removeprefix("drawing:")
        for _course, page in PAGES
        for picture in PICTURE.finditer(page.body)
    }
    used |= {course.head["cover"] for course in COURSES} | {"logo-harbour"}
    assert used == set(DRAWINGS)


@pytest.mark.parametrize(("course", "item"), ITEMS)
def test_an_item_has_a_title_a_length_and_a_way_to_be_done(course, item):
    assert item.title
    assert 0 < item.minutes <= 60
    assert item.completion in {"viewed", "marked", "time", "none"}
    assert (item.completion == "time") == ("minimum_seconds" in item.head)


def test_links_are_secure_and_files_are_there():
    for course, item in ITEMS:
        if item.kind == "link":
            assert item.head["url"].startswith("https://")
        if item.kind == "file":
            name = item.head["file"]
            assert (course.folder / "files" / name).exists() or name == "harbour-point-tides.csv"


def test_a_file_without_a_head_says_what_is_missing():
    with pytest.raises(BrokenHead, match="key: value"):
        split("# A heading\n", "x.md")
