"""Importing into the database: everything, or nothing at all."""

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from lyceum.core.courses.models import (
    Course,
    CourseFile,
    FileContent,
    Item,
    Link,
    Module,
    Page,
    PageVersion,
    Unconverted,
)
from lyceum.core.courses.rules import file_ids_in
from lyceum.core.enrolment.models import Enrolment
from lyceum.interop.cartridge.actions import import_cartridge
from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.kernel import tenancy
from lyceum.kernel.files import StoredFile, read_file

MODELS = (Course, Module, Item, Page, PageVersion, Link, FileContent, Unconverted)
MODELS += (CourseFile, StoredFile, Enrolment)
NAMES = [
    "allyworkshop",
    "canvas_all-question-types",
    "canvas_cc_gem_course",
    "canvas_course-1",
    "canvas_course-with-no-showable-resources",
    "canvas_multiple-pages",
    "canvas_single-assignment",
    "canvas_single-page",
    "cc2olx_main",
    "py4e_export",
]


class Cancelled(Exception):
    """Somebody pressed cancel."""


@pytest.fixture
def sample(shared):
    def opened(name):
        path = shared / "samples" / "common_cartridge" / f"{name}.imscc"
        return io.BytesIO(path.read_bytes())

    return opened


def everything():
    return {model.__name__: model.objects.count() for model in MODELS}


def items_of(course, kind):
    return list(Item.objects.filter(course=course, kind=kind))


def test_a_real_course_becomes_a_draft_whose_maker_teaches_it(cast, sample):
    outcome = import_cartridge(sample("allyworkshop"), by=cast.kofi)
    course = Course.objects.get(pk=outcome.course.pk)
    assert (course.title, course.state, course.language) == (
        "Ally: Accessibility Workshop",
        "draft",
        "en",
    )
    assert course.image.media_type == "image/png"
    assert Enrolment.objects.get(course=course).person == cast.kofi
    assert [m.position for m in Module.objects.filter(course=course)] == [0, 1, 2, 3, 4]
    assert len(items_of(course, "page")) == 12
    assert len(items_of(course, "unconverted")) == 6
    assert CourseFile.objects.filter(course=course).count() == 26 + 6


def test_images_and_links_of_pages_lead_to_what_was_imported(cast, sample):
    course = import_cartridge(sample("allyworkshop"), by=cast.kofi).course
    shown = set()
    for page in Page.objects.filter(item__course=course):
        assert "lyceum-" not in page.body
        assert "IMS-CC-FILEBASE" not in page.body
        shown |= set(file_ids_in(page.body))
    kept = {str(pk) for pk in CourseFile.objects.filter(course=course).values_list("pk", flat=True)}
    assert len(shown) >= 6
    assert shown <= kept
    overview = Page.objects.get(item__course=course, item__title="The Time is Now")
    committee = Item.objects.get(course=course, title="RTC Accessibilty Advisory Committee")
    assert f"/items/{committee.pk}" in overview.body


def test_what_canvas_had_not_published_comes_as_a_draft(cast, sample):
    course = import_cartridge(sample("allyworkshop"), by=cast.kofi).course
    states = {item.title: item.is_published for item in Item.objects.filter(course=course)}
    assert states["What is ALLY?"] is True
    assert states["What ALLY does"] is False
    assert states["Accessibility in your life"] is False


@pytest.mark.parametrize("name", NAMES)
def test_a_dry_run_writes_nothing_and_gives_the_same_report(cast, sample, name):
    before = everything()
    dry = import_cartridge(sample(name), by=cast.kofi, dry_run=True)
    assert everything() == before
    assert dry.course is None
    real = import_cartridge(sample(name), by=cast.kofi)
    assert real.report == dry.report
    items = Item.objects.filter(course=real.course).count()
    counts = real.report.counts()
    kinds = {"page", "file", "link"}
    waiting = {"quiz", "bank", "discussion", "announcement", "assignment", "lti", "other"}
    told = sum(n for kind, n in counts["imported"].items() if kind in kinds)
    told += sum(n for kind, n in counts["approximated"].items() if kind in waiting)
    assert told == items


def test_what_waits_keeps_its_source_whole(cast, sample):
    course = import_cartridge(sample("canvas_all-question-types"), by=cast.kofi).course
    quiz = Unconverted.objects.get(item__course=course)
    assert (quiz.type, quiz.format) == ("quiz", "qti-1.2")
    assert "9.0" in quiz.note
    with zipfile.ZipFile(io.BytesIO(read_file(quiz.source.file))) as source:
        assert len(source.namelist()) == 3
        assert b"questestinterop" in source.read(source.namelist()[0])


def test_into_an_existing_course_the_modules_come_behind_its_own(cast, sample):
    version = cast.course.version
    import_cartridge(sample("cc2olx_main"), by=cast.kofi, into=cast.course)
    course = Course.objects.get(pk=cast.course.pk)
    assert course.version == version + 1
    assert course.title == "Oceans and coasts"
    assert [m.title for m in Module.objects.filter(course=course)] == [
        "Tides",
        "Sequence",
        "Sequence2",
        "More",
    ]


def test_importing_twice_keeps_the_contents_once(cast, sample, tmp_path):
    import_cartridge(sample("allyworkshop"), by=cast.kofi)
    once = {path for path in tmp_path.rglob("*") if path.is_file()}
    import_cartridge(sample("allyworkshop"), by=cast.kofi)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == once


def test_a_learner_cannot_import(cast, sample):
    with pytest.raises(PermissionDenied):
        import_cartridge(sample("canvas_single-page"), by=cast.amina)
    with pytest.raises(PermissionDenied):
        import_cartridge(sample("canvas_single-page"), by=cast.amina, into=cast.course)


def test_an_assistant_cannot_import_into_the_course(cast, sample):
    with pytest.raises(PermissionDenied):
        import_cartridge(sample("canvas_single-page"), by=cast.mira, into=cast.course)


def test_nobody_imports_into_a_course_of_another_institution(cast, sample):
    with tenancy.using(cast.northgate.pk), pytest.raises(PermissionDenied):
        import_cartridge(sample("canvas_single-page"), by=cast.olga, into=cast.course)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_cancelling_at_any_moment_leaves_nothing(cast, sample, part):
    before = everything()

    def cancel(done, total, note):
        if total and done >= part * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_cartridge(sample("cc2olx_main"), by=cast.kofi, tell=cancel)
    assert everything() == before


def test_progress_counts_to_the_end(cast, sample):
    told = []
    import_cartridge(sample("canvas_course-1"), by=cast.kofi, tell=lambda *step: told.append(step))
    assert told[0][:2] == (0, 0)
    assert told[-1][0] == told[-1][1] > 10


@pytest.mark.parametrize(
    "data", [b"", b"not a package", b"PK\x03\x04" + b"\x00" * 40, b"PK\x05\x06" + b"\x00" * 18]
)
def test_what_is_no_archive_is_refused_and_leaves_nothing(cast, data):
    before = everything()
    with pytest.raises(CartridgeRefused):
        import_cartridge(io.BytesIO(data), by=cast.kofi)
    assert everything() == before


def test_a_package_that_leads_out_of_its_folder_is_refused(cast, workshop):
    stream = workshop.packed({"imsmanifest.xml": workshop.manifest(), "../evil.html": "x"})
    with pytest.raises(CartridgeRefused, match="evil"):
        import_cartridge(stream, by=cast.kofi)


def test_a_bomb_is_refused_before_it_is_unpacked(cast, workshop):
    bomb = b"0" * 60_000_000
    stream = workshop.packed({"imsmanifest.xml": workshop.manifest(), "bomb.bin": bomb})
    with pytest.raises(CartridgeRefused):
        import_cartridge(stream, by=cast.kofi)


def test_script_in_a_page_is_not_kept(cast, workshop):
    page = (
        '<p onclick="alert(1)">Ebb</p><script>alert(1)</script><img src=x onerror=alert(1)>'
        '<a href="javascript:alert(1)">x</a><a href="lyceum-item:nowhere&quot;>">y</a>'
        '<iframe srcdoc="<script>alert(1)</script>"></iframe><svg onload="alert(1)"></svg>'
    )
    course = import_cartridge(workshop.one_page(page), by=cast.kofi).course
    body = Page.objects.get(item__course=course).body
    assert "Ebb" in body
    for danger in ("script", "onclick", "onerror", "onload", "srcdoc", "lyceum-"):
        assert danger not in body


def test_an_image_too_large_to_show_is_left_out_with_the_reason(cast, workshop):
    huge = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(huge, "PNG")
    stream = workshop.one_page('<img src="big.png" alt="the Moon">', {"pages/big.png": b""})
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("pages/moon.png", huge.getvalue())
    outcome = import_cartridge(stream, by=cast.kofi)
    assert "pages/moon.png" in {line.what for line in outcome.report.dropped}


def test_a_package_larger_than_the_room_left_is_refused(cast, workshop, settings):
    settings.FILE_QUOTA = 10
    with pytest.raises(CartridgeRefused, match="more room"):
        import_cartridge(workshop.one_page("<p>Ebb</p>"), by=cast.kofi)


def test_titles_that_show_nothing_get_a_name(cast, workshop):
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("p", "\u200b")),
        workshop.resource("p", "webcontent", "a.html"),
        {"a.html": "<p>a</p>"},
        title="\u200b",
    )
    course = import_cartridge(stream, by=cast.kofi).course
    assert course.title == "Imported course"
    assert Item.objects.get(course=course).title == "Untitled"


def test_an_emoji_title_is_kept(cast, workshop):
    stream = workshop.package(
        workshop.folder("🌊", workshop.leaf("p", "🌒")),
        workshop.resource("p", "webcontent", "a.html"),
        {"a.html": "<p>a</p>"},
        title="🌊🌊",
    )
    course = import_cartridge(stream, by=cast.kofi).course
    assert (course.title, Item.objects.get(course=course).title) == ("🌊🌊", "🌒")


def test_the_queries_of_an_import_do_not_grow_with_its_items(
    cast, sample, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60):
        import_cartridge(sample("py4e_export"), by=cast.kofi)
