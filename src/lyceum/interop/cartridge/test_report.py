import re
from pathlib import Path

from lyceum.interop.cartridge.report import Line, Report
from lyceum.interop.cartridge.words import kind_name


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


def test_every_kind_that_the_reader_tells_of_has_a_name():
    folder = Path(__file__).parent
    told = set()
    for path in (*folder.glob("*.py"), *folder.glob("actions/*.py")):
        if not path.name.startswith("test_"):
            told |= set(re.findall(r'add\(\s*"\w+", [^"]+, "([a-z ]+)"', path.read_text()))
    assert len(told) > 8
    assert [kind for kind in told if kind_name(kind) == kind and kind not in words_file()] == []


def words_file():
    return (Path(__file__).parent / "words.py").read_text()
