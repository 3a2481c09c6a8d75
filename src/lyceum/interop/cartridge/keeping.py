"""The files of a package, written to the storage before any row is saved."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from lyceum.core.courses.models import Course, CourseFile
from lyceum.core.people.models import Person
from lyceum.interop.cartridge.contents import Cartridge, ReadUnconverted
from lyceum.interop.cartridge.package import Package
from lyceum.interop.cartridge.sources import source_of
from lyceum.kernel.files import StoredFile, prepare_file

LONGEST_PATH = 500


@dataclass
class Keeper:
    """Makes unsaved rows of files; in a dry run nothing is written for them either."""

    package: Package
    course: Course
    by: Person
    dry_run: bool
    stored: list[StoredFile] = field(default_factory=list)
    rows: list[CourseFile] = field(default_factory=list)

    def files_of(self, cartridge: Cartridge, step: Callable[[], None]) -> dict[str, CourseFile]:
        """Return the course's files by their paths in the package."""
        found: dict[str, CourseFile] = {}
        for entry in cartridge.files:
            contents = io.BytesIO(entry.data) if entry.data else self.package.open(entry.path)
            with contents as stream:
                found[entry.path] = self._kept(stream, entry.name, entry.path)
            step()
        return found

    def sources_of(self, cartridge: Cartridge, step: Callable[[], None]) -> dict[int, CourseFile]:
        """Return the sources of what waits to be converted, by the item's number."""
        found: dict[int, CourseFile] = {}
        for number, item in enumerate(cartridge.items()):
            source = source_of(item, self.package) if isinstance(item, ReadUnconverted) else None
            if source:
                name, stream = source
                with stream:
                    found[number] = self._kept(stream, name, f"unconverted/{name}")
            step()
        return found

    def _kept(self, stream: IO[bytes], name: str, path: str) -> CourseFile:
        if self.dry_run:
            file = StoredFile(name=name)
        else:
            file = prepare_file(stream, name=name, by_id=self.by.pk)
        self.stored.append(file)
        self.rows.append(CourseFile(course=self.course, file=file, path=path[-LONGEST_PATH:]))
        return self.rows[-1]

    def save(self, course: Course) -> None:
        """Insert the rows under `course`; the caller holds the transaction."""
        for row in self.rows:
            row.course = course
        StoredFile.objects.bulk_create(self.stored)
        CourseFile.objects.bulk_create(self.rows)
