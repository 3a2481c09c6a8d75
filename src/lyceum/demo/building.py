"""Makes a course of the demo from its text, by the actions that a teacher's screens use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse

from lyceum.core.courses import actions as courses
from lyceum.core.courses.models import Course, Item
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.people.models import Person
from lyceum.demo import tides
from lyceum.demo.drawings import draw, size_of
from lyceum.demo.drawings.raster import webp
from lyceum.demo.history import PLANNED_WEEKS, WEEKS
from lyceum.demo.markdown import to_html
from lyceum.demo.reading import CourseText, ItemText
from lyceum.kernel.files import keep_image

COVER_WIDTH = 960
TIDE_TABLE = "harbour-point-tides.csv"
TIDE_DAYS = 28


@dataclass
class Built:
    """A course with its items by the keys of their texts, and the drawings it has kept."""

    course: Course
    text: CourseText
    teacher: Person
    now: datetime
    items: dict[str, Item] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)


def build_course(text: CourseText, people: Mapping[str, Person], *, now: datetime) -> Built:
    """Make the course, in the state its head names.

    people: by name; now: aware, in the institution's time zone. The clock decides when all this
    was done, so callers freeze it at a day before the term.
    """
    teacher = people[text.head["teacher"]]
    course = enrolment.open_course(text.head["title"], by=teacher)
    built = Built(course, text, teacher, now)
    _describe(built)
    for module in text.modules:
        row = courses.create_module(course, module.title, by=teacher)
        for item in module.items:
            built.items[item.key] = courses.create_item(
                row, item.kind, item.title, _content(built, item), by=teacher
            )
    for item in text.items:
        courses.change_item(built.items[item.key], by=teacher, **_changes(built, item))
    _open(built, people)
    return built


def _describe(built: Built) -> None:
    head, today = built.text.head, built.now.date()
    starts_on = today - timedelta(weeks=WEEKS)
    picture = webp(draw(head["cover"]), COVER_WIDTH)
    courses.change_course(
        built.course,
        by=built.teacher,
        code=head["code"],
        summary=built.text.summary,
        language=head["language"],
        image=keep_image(BytesIO(picture), name=f"{head['cover']}.webp", by_id=built.teacher.pk),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(weeks=PLANNED_WEEKS),
    )


def _content(built: Built, item: ItemText) -> dict[str, Any]:
    """Return what the item kind's form would have asked for."""
    if item.kind == "link":
        return {"url": item.head["url"]}
    if item.kind == "file":
        name = item.head["file"]
        return {"upload": ContentFile(_file(built, name), name=name)}
    return {}


def _file(built: Built, name: str) -> bytes:
    if name == TIDE_TABLE:
        start = datetime.combine(built.now.date(), time(), built.now.tzinfo)
        return tides.table(start, TIDE_DAYS).encode()
    return (built.text.folder / "files" / name).read_bytes()


def _changes(built: Built, item: ItemText) -> dict[str, Any]:
    changes: dict[str, Any] = {"minutes": item.minutes, "completion": item.completion}
    if "minimum_seconds" in item.head:
        changes["minimum_seconds"] = int(item.head["minimum_seconds"])
    if item.kind == "page":
        html = to_html(item.body, lambda address: _address(built, item, address), _size)
        changes["data"] = {"body": html}
    return changes


def _address(built: Built, item: ItemText, address: str) -> str:
    """Return the real address of a drawing or of another item; others stay as they are."""
    if address.startswith("drawing:"):
        return _drawing(built, address.removeprefix("drawing:"))
    if address.endswith(".md"):
        return reverse("course:item", args=[built.items[item.beside(address)].pk])
    return address


def _size(address: str) -> tuple[int, int]:
    return size_of(address.removeprefix("drawing:"))


def _drawing(built: Built, name: str) -> str:
    if name not in built.drawings:
        stream = BytesIO(draw(name).encode())
        kept = courses.keep_course_file(built.course, stream, name=f"{name}.svg", by=built.teacher)
        built.drawings[name] = reverse("course:file", args=[kept.pk])
    return built.drawings[name]


def _open(built: Built, people: Mapping[str, Person]) -> None:
    """Publish what is ready, say how learners come in, and bring in who helps."""
    course, teacher, head = built.course, built.teacher, built.text.head
    enrolment.change_offering(course, head["offering"], by=teacher)
    for role in ("assistants", "designers"):
        for name in built.text.names(role):
            enrolment.enrol_person(course, people[name], role.removesuffix("s"), by=teacher)
    if head["state"] == "draft":
        return
    for item in built.text.published_items:
        courses.publish_item(built.items[item.key], by=teacher)
    courses.publish_course(course, by=teacher)
    if head["state"] == "archived":
        courses.archive_course(course, by=teacher)
