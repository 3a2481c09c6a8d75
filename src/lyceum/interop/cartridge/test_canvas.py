"""What Canvas's own files add."""

ROW = """<item identifier="{id}"><content_type>{type}</content_type>
<workflow_state>{state}</workflow_state><title>{title}</title><identifierref>{ref}</identifierref>
{more}<position>{position}</position></item>"""


def row(identifier, title, type_="WikiPage", ref="", state="active", more="", position=1):
    return ROW.format(
        id=identifier, type=type_, state=state, title=title, ref=ref, more=more, position=position
    )


def course(workshop, rows, items="", extra="", state="active"):
    meta = f"""<modules xmlns="http://canvas.instructure.com/xsd/cccv1p0">
      <module identifier="m1"><title>Ebb</title><workflow_state>{state}</workflow_state>{extra}
      <items>{rows}</items></module></modules>"""
    return workshop.read(
        workshop.package(
            items,
            workshop.resource("p", "webcontent", "wiki_content/tide.html"),
            {
                "wiki_content/tide.html": "<title>Tide</title><p>a</p>",
                "course_settings/module_meta.xml": meta,
            },
        )
    )


def test_modules_that_only_canvas_lists_are_read_in_their_positions(workshop):
    rows = row("b", "Link", "ExternalUrl", more="<url>https://b.example</url>", position=2)
    rows += row("a", "Tide", ref="p", position=1)
    (module,) = course(workshop, rows).modules
    assert [(i.title, i.published) for i in module.items] == [("Tide", True), ("Link", True)]


def test_an_unpublished_module_hides_all_its_items(workshop):
    (item,) = course(workshop, row("a", "Tide", ref="p"), state="unpublished").items()
    assert item.published is False


def test_an_outside_tool_waits_with_its_address(workshop):
    more = "<url>https://tool.example</url>"
    cartridge = course(workshop, row("t", "Tool", "ContextExternalTool", more=more))
    tool = next(cartridge.items())
    assert (tool.type, tool.url) == ("lti", "https://tool.example")
    assert b"ContextExternalTool" in tool.fragment


def test_rules_that_are_not_kept_are_said(workshop):
    extra = """<unlock_at>2030-01-01T00:00:00</unlock_at>
      <require_sequential_progress>true</require_sequential_progress>
      <prerequisites><prerequisite type="context_module"/></prerequisites>
      <completionRequirements>
        <completionRequirement type="min_score"><identifierref>a</identifierref>
        </completionRequirement></completionRequirements>"""
    cartridge = course(workshop, row("a", "Tide", ref="p"), extra=extra)
    dropped = [(line.what, line.kind) for line in cartridge.report.dropped]
    assert dropped == [("Tide", "rule")] + [("Ebb", "rule")] * 3


def test_what_must_be_marked_done_is_marked_done_here(workshop):
    extra = """<completionRequirements><completionRequirement type="must_mark_done">
      <identifierref>a</identifierref></completionRequirement></completionRequirements>"""
    (item,) = course(workshop, row("a", "Tide", ref="p"), extra=extra).items()
    assert item.completion == "marked"


def test_a_heading_with_nothing_below_it_is_said(workshop):
    rows = row("a", "Tide", ref="p") + row("h", "Last", "ContextModuleSubHeader", position=2)
    cartridge = course(workshop, rows)
    assert [item.title for item in cartridge.items()] == ["Tide"]
    assert [(line.what, line.kind) for line in cartridge.report.dropped] == [("Last", "heading")]


def test_settings_that_cannot_be_read_cost_the_settings_only(workshop):
    stream = workshop.package(
        workshop.folder("Sea", workshop.leaf("p", "Tide")),
        workshop.resource("p", "webcontent", "a.html"),
        {"a.html": "<p>a</p>", "course_settings/module_meta.xml": "<modules>"},
    )
    cartridge = workshop.read(stream)
    assert [item.title for item in cartridge.items()] == ["Tide"]
    assert [line.kind for line in cartridge.report.dropped] == ["settings"]
