"""One word per idea (docs/words.md): a synonym in code, text or address is refused."""

import re

import pytest

from lyceum.config.house.source import ROOT, files, name_of

SYNONYMS = {
    r"enrollments?|enrolls?": "enrolment, enrol",
    r"students?|pupils?": "learner",
    r"instructors?|lecturers?": "teacher",
    r"classroom": "course",
    r"lessons?": "item (or page)",
    r"catalog": "catalogue",
    r"program": "programme",
    r"workspace": "institution",
    r"syllabus": "outline",
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "service", "manager", "misc"}
OUTSIDE_WORDS = {"interop", "house", "demo", "e2e", "kernel"}
"""Where outside formats, prose, this list, or code that knows no course use other words."""


def texts():
    for pattern in ("*.py", "*.html", "*.js"):
        for path in files(pattern, "src"):
            if not OUTSIDE_WORDS & set(path.relative_to(ROOT).parts):
                yield path


@pytest.mark.parametrize("synonym", SYNONYMS)
def test_no_synonym_stands_for_a_word_of_the_project(synonym):
    pattern = re.compile(rf"(?<![A-Za-z])(?:{synonym})(?![A-Za-z])", re.IGNORECASE)
    found = [
        f"{name_of(path)}:{number}"
        for path in texts()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"Write “{SYNONYMS[synonym]}” instead: {found}"


def test_no_file_is_named_after_nothing():
    vague = [name_of(path) for path in files("*.py") if path.stem in VAGUE]
    vague += [name_of(path) for path in files("*.py") if VAGUE & set(path.parts)]
    assert not vague, f"Name the thing that the file holds: {vague}"
