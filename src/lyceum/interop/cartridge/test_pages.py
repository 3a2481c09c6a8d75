"""HTML as exporters write it: encodings, emptiness, size, broken markup."""

import pytest

from lyceum.interop.cartridge.contents import ReadFile


@pytest.mark.parametrize(
    "data",
    [
        "<p>Flut für Ängstliche</p>".encode(),
        "<p>Flut für Ängstliche</p>".encode("utf-8-sig"),
        "<p>Flut für Ängstliche</p>".encode("utf-16"),
        '<meta charset="iso-8859-1"><p>Flut für Ängstliche</p>'.encode("latin-1"),
        '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Flut für Ängstliche</p>'.encode(
            "latin-1"
        ),
        "<p>Flut für Ängstliche</p>".encode("cp1252"),
    ],
)
def test_every_usual_encoding_comes_out_right(text_of, data):
    assert text_of(data) == "<p>Flut für Ängstliche</p>"


def test_an_encoding_that_had_to_be_guessed_is_reported(workshop):
    cartridge = workshop.read(workshop.one_page("<p>Ä</p>".encode("cp1252")))
    assert [line.what for line in cartridge.report.approximated] == ["pages/tide.html"]


def test_an_encoding_nobody_knows_does_not_stop_the_import(text_of):
    assert text_of(b'<meta charset="x-klingon"><p>\xff flood</p>') == "<p>ÿ flood</p>"


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<!-- nothing -->", "\x00"])
def test_an_empty_page_is_an_empty_page(text_of, html):
    assert text_of(html) == ""


def test_text_outside_of_elements_is_kept_and_stays_text(text_of):
    assert text_of("<body>1 &lt; 2 <b>and</b> 3</body>") == "1 &lt; 2 <b>and</b> 3"


def test_a_page_too_large_to_show_becomes_a_file(workshop):
    page = "".join(f"<p>flood {n}</p>" for n in range(400_000))
    (item,) = workshop.read(workshop.one_page(page)).items()
    assert isinstance(item, ReadFile)


def test_deeply_nested_markup_does_not_break_the_reader(text_of):
    assert "deep" in text_of("<div>" * 200 + "deep" + "</div>" * 200)
    text_of("<div>" * 50_000 + "deep")
