"""The small XML files that describe links, discussions, quizzes, tools and assignments."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from lyceum.interop.cartridge.canvas import HIDDEN_STATES
from lyceum.interop.cartridge.manifest import child_text, children, local
from lyceum.kernel.xml import parse_xml

DESCRIPTOR_LIMIT = 20_000_000


@dataclass(frozen=True)
class Descriptor:
    """What was found in the files of one resource; "" where a file does not say."""

    root: str = ""
    """Name of the main file's outermost element."""
    title: str = ""
    url: str = ""
    points: str = ""
    due: str = ""
    published: bool = True
    announcement: bool = False


def described(files: Iterable[bytes]) -> Descriptor:
    """Return what the files say together, the first one first; raises `XmlRefused`."""
    roots = [parse_xml(data, limit=DESCRIPTOR_LIMIT) for data in files]
    if not roots:
        return Descriptor()
    return Descriptor(
        root=local(roots[0]),
        title=_first(_title(root) for root in roots),
        url=_first(_url(root) for root in roots),
        points=_first(_points(root) for root in roots),
        due=_first(_deep(root, "due_at") for root in roots),
        published=not any(_state(root) in HIDDEN_STATES for root in roots),
        announcement=any(child_text(root, "type") == "announcement" for root in roots),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _title(root: etree._Element) -> str:
    if local(root) == "questestinterop":
        for element in root:
            if local(element) == "assessment" and element.get("title"):
                return str(element.get("title"))
        labels = (e for e in root.iter() if local(e) == "qtimetadatafield")
        fields = {child_text(e, "fieldlabel"): child_text(e, "fieldentry") for e in labels}
        return fields.get("bank_title", "")
    return child_text(root, "title")


def _url(root: etree._Element) -> str:
    if local(root) == "webLink":
        return next((e.get("href", "").strip() for e in children(root, "url")), "")
    return child_text(root, "secure_launch_url") or child_text(root, "launch_url")


def _points(root: etree._Element) -> str:
    graded = next((e for e in root.iter() if local(e) == "gradable"), None)
    if graded is not None and graded.get("points_possible"):
        return str(graded.get("points_possible"))
    return "" if local(root) == "questestinterop" else _deep(root, "points_possible")


def _deep(root: etree._Element, name: str) -> str:
    found = (e for e in root.iter() if local(e) == name)
    return next((text for e in found if (text := (e.text or "").strip())), "")


def _state(root: etree._Element) -> str:
    if local(root) == "quiz":
        return "unpublished" if child_text(root, "available") == "false" else ""
    return child_text(root, "workflow_state")
