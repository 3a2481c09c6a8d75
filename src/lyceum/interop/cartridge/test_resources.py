"""Single resources: what each type becomes, and what a bad one costs."""

from lyceum.interop.cartridge.contents import ReadUnconverted

LINK = (
    '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">'
    '<title>Tables</title><url href="{url}"/></webLink>'
)
QUIZ = '<questestinterop><assessment ident="q" title="Tides"/></questestinterop>'
BANK = (
    "<questestinterop><objectbank><qtimetadata><qtimetadatafield><fieldlabel>bank_title"
    "</fieldlabel><fieldentry>Moon</fieldentry></qtimetadatafield></qtimetadata></objectbank>"
    "</questestinterop>"
)


def one(workshop, type_, name, content, title="Thing"):
    page = workshop.resource("p", "webcontent", "a.html")
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("p", "Page"), workshop.leaf("x", title)),
        page + workshop.resource("x", type_, name),
        {"a.html": "<p>a</p>", name: content},
    )
    cartridge = workshop.read(stream)
    return next((i for i in cartridge.items() if i.identifier == "x"), None), cartridge.report


def test_a_web_link_is_a_link(workshop):
    item, _ = one(workshop, "imswl_xmlv1p1", "l.xml", LINK.format(url="https://tides.example/"))
    assert item.url == "https://tides.example/"


def test_a_link_that_would_run_script_is_kept_as_source_only(workshop):
    item, report = one(workshop, "imswl_xmlv1p1", "l.xml", LINK.format(url="javascript:alert(1)"))
    assert isinstance(item, ReadUnconverted)
    assert "javascript:alert(1)" in report.approximated[0].why


def test_a_link_with_half_an_address_waits_instead_of_breaking_its_page(workshop):
    for url in ("http://[half", "https://", "http:///path", "https://a.example/" + "a" * 2000):
        item, _ = one(workshop, "imswl_xmlv1p1", "l.xml", LINK.format(url=url))
        assert isinstance(item, ReadUnconverted)
    item, _ = one(workshop, "imswl_xmlv1p1", "l.xml", LINK.format(url="https://a.example/b c"))
    assert item.url == "https://a.example/b%20c"


def test_an_assessment_waits_as_quiz_and_a_bank_as_bank(workshop):
    quiz, _ = one(workshop, "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "q.xml", QUIZ, "")
    bank, _ = one(workshop, "imsqti_xmlv1p2/imscc_xmlv1p1/question-bank", "b.xml", BANK, "")
    assert (quiz.type, quiz.title, quiz.format) == ("quiz", "Tides", "qti-1.2")
    assert (bank.type, bank.title) == ("bank", "Moon")


def test_a_type_nobody_knows_waits_with_its_source(workshop):
    item, report = one(workshop, "imsiwb_iwbv1p0", "board.xml", "<iwb/>")
    assert (item.type, item.paths) == ("other", ("board.xml",))
    assert [line.kind for line in report.approximated] == ["other"]


def test_a_descriptor_with_entities_is_left_out_and_the_rest_is_imported(workshop):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + LINK.format(url="&b;")
    item, report = one(workshop, "imswl_xmlv1p1", "l.xml", bomb)
    assert item is None
    assert [(line.what, line.kind) for line in report.dropped] == [("Thing", "link")]


def test_files_for_teachers_only_come_as_drafts(workshop):
    role = (
        "<metadata><lom><educational><intendedEndUserRole><value>Instructor</value>"
        "</intendedEndUserRole></educational></lom></metadata>"
    )
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("k", "Key")),
        workshop.resource("k", "webcontent", "key.pdf", role),
        {"key.pdf": b"%PDF"},
    )
    assert [item.published for item in workshop.read(stream).items()] == [False]
