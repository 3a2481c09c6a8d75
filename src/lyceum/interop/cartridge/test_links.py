"""Where links, images and embeds of a page lead after reading."""

import pytest

FILES = {
    "pages/moon.html": "<title>Moon</title><p>New</p>",
    "web_resources/Chart One.png": b"png",
    "pages/near.png": b"png",
    "top.pdf": b"%PDF",
}


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("$IMS-CC-FILEBASE$/Chart%20One.png", "lyceum-file:web_resources/Chart%20One.png"),
        (
            "%24IMS-CC-FILEBASE%24/Chart%20One.png?canvas_download=1",
            "lyceum-file:web_resources/Chart%20One.png",
        ),
        ("$IMS-CC-FILEBASE$../top.pdf", "lyceum-file:top.pdf"),
        ("$IMS_CC_FILEBASE$/top.pdf", "lyceum-file:top.pdf"),
        ("near.png", "lyceum-file:pages/near.png"),
        ("./near.png", "lyceum-file:pages/near.png"),
        ("NEAR.PNG", "lyceum-file:pages/near.png"),
        ("../top.pdf", "lyceum-file:top.pdf"),
        ("..\\top.pdf", "lyceum-file:top.pdf"),
        ("../../../../top.pdf", "lyceum-file:top.pdf"),
        ("/web_resources/Chart One.png", "lyceum-file:web_resources/Chart%20One.png"),
        ("moon.html", "lyceum-item:r-0"),
        ("moon.html#new", "lyceum-item:r-0#new"),
        ("$WIKI_REFERENCE$/pages/moon", "lyceum-item:r-0"),
        ("$CANVAS_OBJECT_REFERENCE$/pages/moon", "lyceum-item:r-0"),
        ("$CANVAS_OBJECT_REFERENCE$/modules/f-Sea", "lyceum-module:f-Sea"),
        ("$CANVAS_COURSE_REFERENCE$/file_ref/r-3/download", "lyceum-file:top.pdf"),
        ("$CANVAS_COURSE_REFERENCE$/grades", "lyceum-course:"),
        ("#below", "#below"),
        ("https://tides.example/a?b=1", "https://tides.example/a?b=1"),
        ("mailto:kofi@harbour.test", "mailto:kofi@harbour.test"),
    ],
)
def test_an_address_is_found_however_the_exporter_wrote_it(text_of, address, leads_to):
    assert f'href="{leads_to}"' in text_of(f'<a href="{address}">x</a>', FILES)


def test_a_link_to_what_is_missing_keeps_its_words_and_is_reported(workshop):
    cartridge = workshop.read(workshop.one_page('<p><a href="gone.html">the ebb</a></p>'))
    (page,) = cartridge.items()
    assert page.html == "<p><a>the ebb</a></p>"
    (line,) = cartridge.report.approximated
    assert (line.what, line.kind) == ("the ebb", "link")
    assert "gone.html" in line.why


def test_an_image_that_is_missing_leaves_its_alternative_text(workshop):
    page = '<p>See <img src="gone.png" alt="a chart"> here</p>'
    cartridge = workshop.read(workshop.one_page(page))
    assert next(cartridge.items()).html == "<p>See [a chart]  here</p>"
    assert [line.kind for line in cartridge.report.dropped] == ["image"]


def test_an_embedded_tool_of_canvas_becomes_a_link(text_of):
    html = text_of(
        '<iframe src="%24CANVAS_COURSE_REFERENCE%24/external_tools/retrieve?'
        'url=https%3A%2F%2Ftool.example%2Fgo"></iframe>after'
    )
    assert html == '<a href="https://tool.example/go">https://tool.example/go</a>after'


def test_an_image_written_into_a_page_becomes_a_file(workshop):
    page = '<img alt="x" src="data:image/png;base64,iVBORw0KGgo=">' * 2
    cartridge = workshop.read(workshop.one_page(page))
    (file,) = cartridge.files
    assert file.data == b"\x89PNG\r\n\x1a\n"
    assert next(cartridge.items()).html.count(f'src="lyceum-file:{file.path}"') == 2


def test_other_data_in_an_address_is_left_to_the_cleaner(text_of):
    assert "lyceum-file" not in text_of('<img src="data:image/svg+xml;base64,PHN2Zz4=">')


def test_a_formula_of_canvas_is_left_for_the_cleaner_to_read(text_of):
    html = text_of('<img data-equation-content="x^2" src="/equation_images/x">')
    assert 'data-equation-content="x^2"' in html


def test_an_image_in_an_embedded_document_stays_a_file(text_of):
    html = text_of('<object data="near.png">chart</object>', FILES)
    assert 'data="lyceum-file:pages/near.png"' in html


def test_files_that_only_a_page_names_are_kept(workshop):
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("p", "Tide")),
        workshop.resource("p", "webcontent", "pages/tide.html"),
        {"pages/tide.html": '<img src="near.png" alt="">', "pages/near.png": b"png"},
    )
    assert [file.path for file in workshop.read(stream).files] == ["pages/near.png"]


def test_nothing_outside_the_package_can_be_named(text_of):
    assert "href" not in text_of('<a href="../../../etc/passwd">x</a>')
