"""From an organisation of any depth to modules with items."""

import pytest

from lyceum.interop.cartridge.contents import CartridgeRefused

PAGES = {f"{n}.html": f"<p>{n}</p>" for n in "abcd"}


def course(workshop, items, names="abcd", **extra):
    resources = "".join(workshop.resource(n, "webcontent", f"{n}.html") for n in names)
    files = {f"{n}.html": f"<p>{n}</p>" for n in names}
    return workshop.read(workshop.package(items, resources, {**files, **extra}))


def shape(cartridge):
    return [(m.title, [item.title for item in m.items]) for m in cartridge.modules]


def test_folders_become_modules_in_their_order(workshop):
    items = workshop.folder("Ebb", workshop.leaf("a", "A")) + workshop.folder(
        "Flood", workshop.leaf("b", "B")
    )
    assert shape(course(workshop, items, "ab")) == [("Ebb", ["A"]), ("Flood", ["B"])]


def test_deeper_folders_begin_the_titles_of_their_items_and_are_reported(workshop):
    inner = workshop.folder(
        "Moon", workshop.leaf("b", "B"), workshop.folder("New", workshop.leaf("c", "C"))
    )
    items = workshop.folder("Ebb", workshop.leaf("a", "A"), inner, workshop.leaf("d", "D"))
    cartridge = course(workshop, items)
    assert shape(cartridge) == [("Ebb", ["A", "Moon: B", "Moon: New: C", "D"])]
    told = [line.what for line in cartridge.report.approximated if line.kind == "heading"]
    assert told == ["Moon", "Moon: New"]


def test_items_outside_of_folders_are_gathered_where_they_stand(workshop):
    items = (
        workshop.leaf("a", "A")
        + workshop.folder("Ebb", workshop.leaf("b", "B"))
        + workshop.leaf("c", "C")
    )
    assert shape(course(workshop, items, "abc")) == [
        ("Contents", ["A"]),
        ("Ebb", ["B"]),
        ("Contents", ["C"]),
    ]


def test_one_titled_folder_of_items_is_one_module(workshop):
    text = workshop.manifest(
        workshop.leaf("a", "A"), workshop.resource("a", "webcontent", "a.html")
    ).replace('<item identifier="root">', '<item identifier="root"><title>Whole</title>')
    stream = workshop.packed({"imsmanifest.xml": text, "a.html": "<p>a</p>"})
    assert shape(workshop.read(stream)) == [("Whole", ["A"])]


def test_a_package_without_outline_becomes_one_module_of_its_pages(workshop):
    assert shape(course(workshop, "", "ab")) == [("Contents", ["a.html", "b.html"])]


def test_pages_that_no_module_shows_stand_in_a_module_of_their_own(workshop):
    cartridge = course(workshop, workshop.folder("Ebb", workshop.leaf("a", "A")), "ab")
    assert shape(cartridge) == [("Ebb", ["A"]), ("More", ["b.html"])]
    assert [line.kind for line in cartridge.report.approximated] == ["place"]


def test_a_package_of_documents_alone_becomes_a_module_of_files(workshop):
    resources = workshop.resource("f", "webcontent", "tides.pdf") + workshop.resource(
        "g", "webcontent", "moon.png"
    )
    stream = workshop.package("", resources, {"tides.pdf": b"%PDF", "moon.png": b"png"})
    cartridge = workshop.read(stream)
    assert shape(cartridge) == [("Contents", ["tides.pdf"])]
    assert [file.path for file in cartridge.files] == ["tides.pdf", "moon.png"]


def test_an_item_that_points_to_nothing_is_dropped_by_name_and_the_rest_stays(workshop):
    items = workshop.folder("Ebb", workshop.leaf("a", "A"), workshop.leaf("zz", "Ghost"))
    cartridge = course(workshop, items, "a")
    assert shape(cartridge) == [("Ebb", ["A"])]
    (line,) = cartridge.report.dropped
    assert (line.what, "“zz”" in line.why) == ("Ghost", True)


def test_a_title_longer_than_a_title_may_be_is_cut(workshop):
    items = workshop.folder("E" * 300, workshop.leaf("a", "A" * 300))
    ((module, (item,)),) = shape(course(workshop, items, "a"))
    assert len(module) == len(item) == 200
    assert item.endswith("…")


def test_one_page_shown_thousands_of_times_is_refused(workshop):
    items = workshop.folder("Ebb", *[workshop.leaf("a", "A")] * 5_001)
    with pytest.raises(CartridgeRefused, match="5000 items"):
        course(workshop, items, "a")


def test_a_bottomless_outline_is_refused(workshop):
    items = workshop.leaf("a", "A")
    for depth in range(60):
        items = workshop.folder(f"F{depth}", items)
    with pytest.raises(CartridgeRefused, match="nested too deeply"):
        course(workshop, items, "a")


def test_more_text_than_a_course_can_hold_is_refused(workshop):
    items = workshop.folder("Ebb", *[workshop.leaf("a", "A")] * 60)
    text = workshop.manifest(items, workshop.resource("a", "webcontent", "a.html"))
    page = "<p>" + " ".join(str(n * n) for n in range(120_000)) + "</p>"
    with pytest.raises(CartridgeRefused, match="64 MB"):
        workshop.read(workshop.packed({"imsmanifest.xml": text, "a.html": page}))
