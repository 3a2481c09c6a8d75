"""Importing a package into a course: all of it or nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.courses.actions import change_course
from lyceum.core.courses.actions.item import emit_published
from lyceum.core.courses.actions.marking import next_position, outline_changed
from lyceum.core.courses.models import Course, Module
from lyceum.core.enrolment.actions import open_course
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import require
from lyceum.core.people.rules import has_visible_text
from lyceum.interop.cartridge.building import Builder
from lyceum.interop.cartridge.checking import refuse_without_room, unusable_entries
from lyceum.interop.cartridge.contents import Cartridge, CartridgeRefused
from lyceum.interop.cartridge.keeping import Keeper
from lyceum.interop.cartridge.outline import shortened
from lyceum.interop.cartridge.package import Package
from lyceum.interop.cartridge.read import read_cartridge
from lyceum.interop.cartridge.report import Report
from lyceum.kernel import clock
from lyceum.kernel.archives import Archive, ArchiveRefused, open_archive
from lyceum.kernel.files import FileRefused

Tell = Callable[[int, int, str], None]
LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")
LIMITS = {"code": 32, "summary": 2000, "language": 12}


@dataclass(frozen=True)
class ImportOutcome:
    """What an import did. `course` is None after a dry run without a course to import into."""

    title: str
    course: Course | None
    report: Report
    dry_run: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "course_id": str(self.course.pk) if self.course else None,
            "dry_run": self.dry_run,
            **self.report.as_json(),
        }


@dataclass
class Steps:
    """Counts what is done, and tells whoever asked; their answer may be an exception."""

    total: int
    tell: Tell
    done: int = 0
    note: str = ""

    def __call__(self) -> None:
        self.done += 1
        self.tell(self.done, self.total, self.note)


def import_cartridge(
    stream: BinaryIO,
    *,
    by: Person,
    into: Course | None = None,
    dry_run: bool = False,
    tell: Tell = lambda done, total, note: None,
    complete: Callable[[ImportOutcome], None] = lambda outcome: None,
) -> ImportOutcome:
    """Import the package in `stream` into a new draft course, or append it to `into`.

    Raises `CartridgeRefused` with one sentence; then, and when `tell` raises to cancel, no row is
    left. `complete` is called as the last thing inside the transaction. A dry run writes nothing
    and gives the same report.
    """
    require_import(by, into)
    try:
        with open_archive(stream) as archive:
            prepared = _prepared(archive, by, into, dry_run, tell)
            if dry_run:
                return prepared.outcome(into, dry_run=True)
            return _save(prepared, into, complete)
    except (ArchiveRefused, FileRefused) as refusal:
        raise CartridgeRefused(str(refusal)) from refusal


@dataclass
class Prepared:
    """Everything made ready, and nothing saved."""

    cartridge: Cartridge
    keeper: Keeper
    builder: Builder
    step: Steps

    def outcome(self, course: Course | None, *, dry_run: bool = False) -> ImportOutcome:
        title = course.title if course else _title(self.cartridge)
        return ImportOutcome(title, course, self.cartridge.report, dry_run)


def _prepared(
    archive: Archive, by: Person, into: Course | None, dry_run: bool, tell: Tell
) -> Prepared:
    """Read, keep the contents of files, and clean the pages: all that is slow."""
    tell(0, 0, _("Reading the package"))
    refuse_without_room(archive)
    unusable = unusable_entries(archive)
    cartridge = read_cartridge(archive, without=unusable)
    provisional = into or Course(title=_title(cartridge))
    items = sum(1 for _item in cartridge.items())
    step = Steps(len(cartridge.files) + 2 * items + 1, tell, note=_("Keeping the files"))
    keeper = Keeper(Package(archive, without=unusable), provisional, by, dry_run)
    builder = Builder(
        course=provisional,
        files=keeper.files_of(cartridge, step),
        sources=keeper.sources_of(cartridge, step),
        by=by,
        at=clock.now(),
        report=cartridge.report,
    )
    step.note = _("Cleaning the pages")
    builder.build(cartridge, step)
    return Prepared(cartridge, keeper, builder, step)


@transaction.atomic
def _save(
    prepared: Prepared, into: Course | None, complete: Callable[[ImportOutcome], None]
) -> ImportOutcome:
    """Write everything that was made ready, in one go."""
    builder = prepared.builder
    by = builder.by
    if into is None:
        course = open_course(_title(prepared.cartridge), by=by)
    else:
        course = Course.objects.select_for_update().get(pk=into.pk)
        require(by, "edit", course)
    builder.rows.move_to(course, next_position(Module.objects.filter(course=course)))
    prepared.keeper.save(course)
    builder.rows.save()
    if into is None:
        change_course(course, by=by, **_described(prepared.cartridge, builder))
    else:
        outline_changed(course)
        for item in builder.rows.items:
            if item.is_published and course.is_published:
                emit_published(item, by)
    prepared.step()
    outcome = prepared.outcome(course)
    complete(outcome)
    return outcome


def require_import(by: Person, into: Course | None) -> None:
    """Raise `MayNot` unless the person may make courses, or edit the one to import into."""
    if into is None:
        require(by, "create_course", by.institution)
    else:
        require(by, "edit", into)


def _title(cartridge: Cartridge) -> str:
    title = shortened(cartridge.title)
    return title if has_visible_text(title) else _("Imported course")


def _described(cartridge: Cartridge, builder: Builder) -> dict[str, Any]:
    """Return what the package says of the course and a course can hold."""
    said = {"code": cartridge.code, "summary": cartridge.summary[: LIMITS["summary"]]}
    if LANGUAGE.match(cartridge.language):
        said["language"] = cartridge.language
    changes: dict[str, Any] = {
        name: text for name, text in said.items() if text and len(text) <= LIMITS[name]
    }
    picture = builder.files.get(cartridge.image)
    if picture and picture.file.media_type.startswith("image/"):
        changes["image"] = picture.file
    return changes
