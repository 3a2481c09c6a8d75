from lyceum.interop.cartridge.report import Line, Report


def test_a_report_survives_the_way_through_json():
    report = Report()
    report.add("imported", "Tide", "page")
    report.add("dropped", "Chart", "image", "it is missing")
    assert Report.from_json(report.as_json()) == report
    assert report.counts() == {
        "imported": {"page": 1},
        "approximated": {},
        "dropped": {"image": 1},
    }


def test_saying_the_same_twice_is_once_unless_it_was_imported_twice():
    report = Report()
    for _ in range(2):
        report.add("dropped", "Chart", "image", "it is missing")
        report.add("imported", "Tide", "page")
    assert report.dropped == [Line("Chart", "image", "it is missing")]
    assert len(report.imported) == 2
