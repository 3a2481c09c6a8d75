"""Saying what a package is when it is not a cartridge, and where it belongs."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _
from lxml import etree

TELLTALE_FILES = (
    ("cmi5.xml", "cmi5"),
    ("tincan.xml", "xapi"),
    ("h5p.json", "h5p"),
    ("moodle_backup.xml", "moodle"),
)
TELLTALE_ENDINGS = ((".crs", "aicc"), (".au", "aicc"))


def what_it_is(key: str) -> str:
    """Return the refusal for a kind of package, one sentence with what to do."""
    return {
        "scorm": _(
            "This is a SCORM package, not a course package: "
            "it becomes one item inside a course, so nothing was imported."
        ),
        "cmi5": _(
            "This is a cmi5 package, not a course package: "
            "it becomes one item inside a course, so nothing was imported."
        ),
        "xapi": _(
            "This is an xAPI (Tin Can) package, not a course package: "
            "it becomes one item inside a course, so nothing was imported."
        ),
        "aicc": _(
            "This is an AICC package, which is not supported; "
            "export the course as a Common Cartridge instead."
        ),
        "h5p": _(
            "This is an H5P activity, not a course package: "
            "it becomes one item inside a course, so nothing was imported."
        ),
        "moodle": _(
            "This is a Moodle backup; in Moodle, export the course as an IMS Common Cartridge "
            "and import that file."
        ),
        "qti": _(
            "This is a QTI package of questions, not a course package: "
            "it belongs into a question bank, so nothing was imported."
        ),
        "imscp": _(
            "This is an IMS content package that is not a Common Cartridge; "
            "export the course as Common Cartridge 1.1, 1.2 or 1.3 instead."
        ),
        "nothing": _(
            "The package has no imsmanifest.xml, so it is no Common Cartridge "
            "and nothing was imported."
        ),
    }[key]


def named_without_manifest(names: Collection[str]) -> str:
    """Return what a package without imsmanifest.xml is, judged by the names of its files."""
    last = {name.rsplit("/", 1)[-1].lower() for name in names}
    for file, key in TELLTALE_FILES:
        if file in last:
            return what_it_is(key)
    for ending, key in TELLTALE_ENDINGS:
        if any(name.endswith(ending) for name in last):
            return what_it_is(key)
    return what_it_is("nothing")


def named_otherwise(root: etree._Element, types: Sequence[str]) -> str:
    """Return what a package is whose manifest is no cartridge's."""
    spaces = " ".join(space for space in root.nsmap.values() if space)
    texts = [e.text or "" for e in root.iter("{*}schema")]
    told = " ".join([spaces, *texts]).lower()
    if "adlcp" in told or "scorm" in told or "adlnet" in told:
        return what_it_is("scorm")
    if "qti" in told or only_questions(types):
        return what_it_is("qti")
    return what_it_is("imscp")


def only_questions(types: Sequence[str]) -> bool:
    """Say whether resources of these types hold questions and what belongs to them, no course."""
    questions = [t for t in types if "qti" in t]
    rest = [t for t in types if "qti" not in t and not t.startswith("associatedcontent")]
    return bool(questions) and not rest
