from xml.etree import ElementTree

import pytest

from lyceum.demo.drawings import DRAWINGS, draw, size_of

SVG = "{http://www.w3.org/2000/svg}"
FORBIDDEN = {"script", "style", "foreignObject", "image", "use", "a"}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_small_titled_and_holds_nothing_that_a_strict_policy_refuses(name):
    text = draw(name)
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert (root.findtext(f"{SVG}title") or "").strip()
    assert not {element.tag.removeprefix(SVG) for element in root.iter()} & FORBIDDEN
    assert not any("style" in element.attrib for element in root.iter())
    assert len(text.encode()) < 24_000


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_the_same_each_time(name):
    assert draw(name) == draw(name)


@pytest.mark.parametrize("name", DRAWINGS)
def test_words_in_a_drawing_stay_readable_on_a_phone(name):
    sizes = [
        float(text.get("font-size"))
        for text in ElementTree.fromstring(draw(name)).iter(f"{SVG}text")
    ]
    assert min(sizes, default=16) >= 13


def test_a_drawing_tells_its_size_so_that_nothing_jumps():
    assert size_of("gyre") == (560, 350)
    assert size_of("spring-and-neap") == (560, 440)
    assert size_of("cover-oceans") == (1280, 720)
