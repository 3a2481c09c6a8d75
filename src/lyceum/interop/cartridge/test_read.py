"""Real packages, counted by hand from their manifests, and the versions of the standard."""

import pytest

from lyceum.interop.cartridge.contents import ReadFile, ReadLink, ReadPage, ReadUnconverted
from lyceum.interop.cartridge.read import read_cartridge
from lyceum.kernel.archives import open_archive

SAMPLES = {
    # file: (version, modules, pages, files, links, unconverted by type, course files)
    "allyworkshop": ("canvas", 5, 12, 0, 0, {"discussion": 4, "lti": 2}, 26),
    "canvas_all-question-types": ("canvas", 1, 0, 0, 0, {"quiz": 1}, 0),
    "canvas_cc_gem_course": ("canvas", 1, 0, 0, 0, {"assignment": 3}, 0),
    "canvas_course-1": (
        "canvas",
        2,
        2,
        2,
        1,
        {"assignment": 2, "quiz": 1, "discussion": 1, "lti": 1, "bank": 1},
        2,
    ),
    "canvas_course-with-no-showable-resources": ("canvas", 1, 0, 0, 0, {"lti": 5}, 0),
    "canvas_multiple-pages": ("canvas", 1, 3, 0, 0, {}, 0),
    "canvas_single-assignment": ("canvas", 1, 0, 0, 0, {"assignment": 1}, 0),
    "canvas_single-page": ("canvas", 1, 1, 0, 0, {}, 0),
    "cc2olx_main": (
        "canvas",
        3,
        10,
        3,
        6,
        {"lti": 3, "quiz": 2, "discussion": 1, "assignment": 2, "other": 1},
        4,
    ),
    "py4e_export": ("canvas", 17, 0, 0, 129, {"lti": 43}, 0),
}


def sample(shared, name):
    with (
        (shared / "samples" / "common_cartridge" / f"{name}.imscc").open("rb") as stream,
        open_archive(stream) as archive,
    ):
        return read_cartridge(archive)


def counted(cartridge):
    kinds = {ReadPage: 0, ReadFile: 0, ReadLink: 0}
    waiting = {}
    for item in cartridge.items():
        if isinstance(item, ReadUnconverted):
            waiting[item.type] = waiting.get(item.type, 0) + 1
        else:
            kinds[type(item)] += 1
    return (
        cartridge.version,
        len(cartridge.modules),
        *kinds.values(),
        waiting,
        len(cartridge.files),
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_with_all_its_parts(shared, name):
    assert counted(sample(shared, name)) == SAMPLES[name]


def test_every_sample_in_the_folder_is_counted_here(shared):
    names = {path.stem for path in (shared / "samples" / "common_cartridge").glob("*.imscc")}
    assert names == set(SAMPLES)


def test_every_item_of_a_sample_is_in_its_report(shared):
    for name in SAMPLES:
        cartridge = sample(shared, name)
        told = {(line.what, line.kind) for line in cartridge.report.imported}
        waits = {(line.what, line.kind) for line in cartridge.report.approximated}
        for item in cartridge.items():
            if isinstance(item, ReadUnconverted):
                assert (item.title, item.type) in waits
            else:
                kind = {ReadPage: "page", ReadFile: "file", ReadLink: "link"}[type(item)]
                assert (item.title, kind) in told


def test_a_canvas_course_brings_its_names_picture_and_states(shared):
    ally = sample(shared, "allyworkshop")
    assert (ally.title, ally.language) == ("Ally: Accessibility Workshop", "en")
    assert ally.image == "web_resources/course_image/Ally Logo Image Card.png"
    states = {item.title: item.published for item in ally.items()}
    assert states["What is ALLY?"] is True
    assert states["What ALLY does"] is False
    course = sample(shared, "canvas_course-1")
    assert not any(item.published for item in course.modules[0].items)


def test_a_canvas_page_shows_its_images_from_the_package(shared):
    ally = sample(shared, "allyworkshop")
    page = next(item for item in ally.items() if item.title == "What is ALLY?")
    assert 'src="lyceum-file:web_resources/about_ally.png"' in page.html
    assert "IMS-CC-FILEBASE" not in page.html.split("data-api-endpoint")[0]


def test_pages_of_canvas_link_to_each_other_by_identifier_and_by_name(shared):
    pages = {item.title: item for item in sample(shared, "canvas_multiple-pages").items()}
    second = pages["Second Page"].html
    assert 'href="lyceum-item:i21fcf1e322b1d8263285fb6012b2b46c"' in second
    assert 'href="lyceum-item:c64b2b2106bf5823628d1b223e1fcf12i"' in second
    time = next(i for i in sample(shared, "allyworkshop").items() if i.title == "The Time is Now")
    assert "lyceum-item:i37faaf589b2269390f5a82d83327ce29" in time.html
    assert "lyceum-module:ie302a5a763ef6c167429c5a05dd0f208" in time.html


def test_what_the_samples_lack_is_reported_by_name(shared):
    dropped = sample(shared, "canvas_course-1").report.dropped
    assert {line.what for line in dropped if line.kind == "file"} == {
        "sample.mp3",
        "published-document.pdf",
        "published-document-2.pdf",
        "unpublished-document.pdf",
    }
    gem = sample(shared, "canvas_cc_gem_course").report.dropped
    assert ("Syllabus", "file") in {(line.what, line.kind) for line in gem}


def test_a_text_heading_of_canvas_begins_the_titles_of_its_items(shared):
    second = sample(shared, "cc2olx_main").modules[1]
    assert [item.title for item in second.items][:3] == [
        "Vertical",
        "Sub Header 1: Vertical",
        "Sub Header 2: Vertical",
    ]


def test_a_link_without_scheme_is_completed_and_a_broken_one_waits_with_its_source(shared):
    items = {item.title: item for item in sample(shared, "cc2olx_main").items()}
    assert items["Django for beginners"].url == "https://youtube.com/watch?v=1234ABCD"
    assert items["Web Link Content"].paths == ("weblinks/web_link_content.xml",)


def test_a_quiz_keeps_all_its_sources_and_its_points(shared):
    (quiz,) = sample(shared, "canvas_all-question-types").items()
    assert [path.rsplit("/", 1)[-1] for path in quiz.paths] == [
        "assessment_qti.xml",
        "assessment_meta.xml",
        "iaa8f9f400b29e514ea8d28fd7ed067f4.xml.qti",
    ]
    assert (quiz.points, quiz.published) == ("9.0", False)


def test_an_assignment_keeps_its_points_and_its_due_date(shared):
    (assignment,) = sample(shared, "canvas_single-assignment").items()
    assert (assignment.points, assignment.due) == ("10.0", "2018-09-30T05:59:59")


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_every_version_of_the_standard_is_known(workshop, version):
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("p", "Tide")),
        workshop.resource("p", "webcontent", "tide.html"),
        {"tide.html": "<html><body><p>Flood</p></body></html>"},
        version=version,
    )
    cartridge = workshop.read(stream)
    assert (cartridge.version, cartridge.title) == (version, "Tides")
    assert (cartridge.summary, cartridge.language) == ("Ebb and flood.", "en")
    assert [item.html for item in cartridge.items()] == ["<p>Flood</p>"]


def test_a_package_with_nothing_to_show_yet_says_so(shared):
    name = "canvas_course-with-no-showable-resources"
    told = [line for line in sample(shared, name).report.approximated if line.kind == "course"]
    assert [line.what for line in told] == ["XavierSchool"]


def test_a_thin_cartridge_holds_its_links_inside_the_manifest(workshop):
    inline = (
        '<resource identifier="l" type="imswl_xmlv1p2">'
        '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2">'
        '<title>Tides</title><url href="https://tides.example/"/></webLink></resource>'
        '<resource identifier="t" type="imsbasiclti_xmlv1p0">'
        '<cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p0"'
        ' xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0"><blti:title>Tool'
        "</blti:title><blti:launch_url>https://tool.example/go</blti:launch_url>"
        "</cartridge_basiclti_link></resource>"
    )
    items = workshop.folder("Sea", workshop.leaf("l", "Tide tables"), workshop.leaf("t", "Tool"))
    link, tool = workshop.read(workshop.package(items, inline, {}, version="1.2")).items()
    assert link.url == "https://tides.example/"
    assert (tool.type, tool.url) == ("lti", "https://tool.example/go")
    assert tool.fragment.startswith(b"<cartridge_basiclti_link")
