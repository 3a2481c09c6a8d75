"""Manifests that are broken, hostile, or of something else."""

import pytest

from lyceum.interop.cartridge.contents import CartridgeRefused

XXE = '<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def refusal(workshop, files):
    with pytest.raises(CartridgeRefused) as refused:
        workshop.read(workshop.packed(files))
    return str(refused.value)


def test_a_package_without_manifest_is_refused_in_one_sentence(workshop):
    said = refusal(workshop, {"notes.txt": "nothing"})
    assert "no imsmanifest.xml" in said


def test_a_manifest_that_is_no_xml_is_refused_with_the_line(workshop):
    said = refusal(workshop, {"imsmanifest.xml": "<manifest>\n<organizations>"})
    assert "imsmanifest.xml" in said
    assert "line" in said


def test_a_manifest_with_a_doctype_is_refused_before_anything_is_read(workshop):
    text = workshop.manifest().replace("<manifest", XXE + "<manifest", 1)
    assert "DOCTYPE" in refusal(workshop, {"imsmanifest.xml": text})


def test_an_empty_manifest_is_refused(workshop):
    assert "empty" in refusal(workshop, {"imsmanifest.xml": ""})


def test_an_outline_without_anything_to_show_is_refused(workshop):
    said = refusal(workshop, {"imsmanifest.xml": workshop.manifest()})
    assert said == "The package holds nothing that can be shown, so nothing was imported."


def test_an_outline_whose_files_are_all_missing_is_refused(workshop):
    text = workshop.manifest(
        workshop.folder("Sea", workshop.leaf("p", "Tide")),
        workshop.resource("p", "webcontent", "tide.html"),
    )
    assert "nothing that can be shown" in refusal(workshop, {"imsmanifest.xml": text})


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("scorm/singlescobasic.zip", "SCORM"),
        ("scorm/RuntimeMinimumCalls_SCORM20043rdEdition.zip", "SCORM"),
        ("scorm/aicc_package.zip", "AICC"),
        ("scorm/xapi_basic_course.zip", "xAPI"),
        ("scorm/MalformedXml_SCORM12.zip", "not well formed"),
        ("qti/qti22_items_package.zip", "QTI"),
        ("qti/qti30_simple.zip", "QTI"),
        ("qti/canvas_test_qti_1.2.zip", "QTI"),
        ("h5p/ipsums.h5p", "H5P"),
        ("cmi5/single_au_basic_responsive.zip", "cmi5"),
        ("moodle_backup/backup.mbz", "Moodle"),
    ],
)
def test_another_kind_of_package_is_named(workshop, shared, name, word):
    with (
        (shared / "samples" / name).open("rb") as stream,
        pytest.raises(CartridgeRefused, match=word),
    ):
        workshop.read(stream)


def test_a_manifest_in_utf_16_and_one_with_a_mark_are_read(workshop):
    for encoding in ("utf-16", "utf-8-sig"):
        text = workshop.manifest(
            workshop.folder("Meer", workshop.leaf("p", "Flut für alle")),
            workshop.resource("p", "webcontent", "flut.html"),
        ).replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"')
        data = text.encode(encoding)
        stream = workshop.packed({"imsmanifest.xml": data, "flut.html": "<p>Hoch</p>"})
        assert [item.title for item in workshop.read(stream).items()] == ["Flut für alle"]


def test_a_package_zipped_with_its_folder_is_read_all_the_same(workshop):
    text = workshop.manifest(
        workshop.folder("Sea", workshop.leaf("p", "Tide")),
        workshop.resource("p", "webcontent", "tide.html"),
    )
    stream = workshop.packed(
        {
            "my course/imsmanifest.xml": text,
            "my course/tide.html": "<p>Flood</p>",
            "__MACOSX/my course/._tide.html": b"\x00",
        }
    )
    (page,) = workshop.read(stream).items()
    assert (page.html, page.path) == ("<p>Flood</p>", "tide.html")


def test_identifiers_that_xml_would_not_allow_are_taken_as_they_are(workshop):
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("2d7d-|-1 x", "Tide")),
        workshop.resource("2d7d-|-1 x", "webcontent", "tide.html"),
        {"tide.html": "<p>Flood</p>"},
    )
    assert [item.identifier for item in workshop.read(stream).items()] == ["2d7d-|-1 x"]


def test_a_fallback_gives_way_to_what_it_stands_for(workshop):
    variant = (
        '<cpx:variant xmlns:cpx="http://www.imsglobal.org/xsd/imsccv1p3/imscp_extensionv1p2"'
        ' identifier="v" identifierref="a"/>'
    )
    assignment = (
        '<assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment">'
        '<title>Essay</title><gradable points_possible="5">true</gradable></assignment>'
    )
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("a_fallback", "Essay")),
        workshop.resource("a", "assignment_xmlv1p0", "a.xml")
        + workshop.resource("a_fallback", "webcontent", "a.html", variant),
        {"a.xml": assignment, "a.html": "<p>Write.</p>"},
        version="1.3",
    )
    (essay,) = workshop.read(stream).items()
    assert (essay.type, essay.points) == ("assignment", "5")
