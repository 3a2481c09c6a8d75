"""Small writes that several actions on courses share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from lyceum.core.courses.models import Course
from lyceum.core.people.models import Person
from lyceum.core.people.rules import has_visible_text
from lyceum.kernel import clock


def checked_title(title: str) -> str:
    """Return the title without space around it; raises ValidationError when nothing shows."""
    title = " ".join(title.replace("\0", " ").split())
    if not has_visible_text(title):
        raise ValidationError({"title": _("Give it a title that can be read.")})
    if len(title) > 200:
        raise ValidationError({"title": _("Shorten the title to 200 characters.")})
    return title


def outline_changed(course: Course) -> None:
    """Note that what learners see of the outline is another one now."""
    Course.objects.filter(pk=course.pk).update(version=F("version") + 1)
    course.version += 1


def mark(row: models.Model, state: str, by: Person | None) -> None:
    """Set the pair `<state>_at`, `<state>_by`; clear it when `by` is None."""
    setattr(row, f"{state}_at", clock.now() if by else None)
    setattr(row, f"{state}_by", by)
    row.save(update_fields=[f"{state}_at", f"{state}_by"])


def next_position(rows: "models.QuerySet[Any]") -> int:
    """Return the position after the last of `rows`."""
    last = rows.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else last + 1


def renumber(rows: list[Any]) -> None:
    """Write the order of `rows` into their positions, touching only those that moved."""
    moved = []
    for position, row in enumerate(rows):
        if row.position != position:
            row.position = position
            moved.append(row)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["position"])
