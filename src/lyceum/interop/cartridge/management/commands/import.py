"""`bin/lyceum import course FILE`: a package from another system becomes a course here."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from lyceum.core.courses.models import Course
from lyceum.core.people.models import Institution, Person
from lyceum.interop.cartridge.actions import ImportOutcome, import_cartridge
from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.interop.cartridge.table import shown, table
from lyceum.kernel import tenancy

REFUSED = 2


class Command(BaseCommand):
    """Imports Common Cartridge 1.0 to 1.3 and Canvas packages. Exit code 2: nothing was done."""

    help = "Import a package from another system and print what became of each part."

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="what", required=True)
        course = kinds.add_parser("course", help="a Common Cartridge or Canvas package (.imscc)")
        course.add_argument("file", type=Path)
        course.add_argument("--into", metavar="COURSE", help="id or code of a course to append to")
        course.add_argument("--dry-run", action="store_true", help="report, but write nothing")
        course.add_argument("--json", action="store_true", help="print the report as JSON")
        course.add_argument("--as", metavar="EMAIL", dest="person", help="who imports")
        course.add_argument(
            "--institution", metavar="HOST", help="its host, or its name if it has none"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        institution = self._institution(options["institution"])
        with tenancy.using(institution.pk), translation.override(institution.language):
            by = self._person(options["person"])
            into = self._course(options["into"]) if options["into"] else None
            outcome = self._imported(options["file"], by, into, dry_run=options["dry_run"])
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), indent=2, ensure_ascii=False))
        else:
            self.stdout.write(_headline(outcome))
            self.stdout.write(table(outcome.report))

    def _imported(
        self, file: Path, by: Person, into: Course | None, *, dry_run: bool
    ) -> ImportOutcome:
        try:
            with file.open("rb") as stream:
                return import_cartridge(stream, by=by, into=into, dry_run=dry_run)
        except CartridgeRefused as refusal:
            self._refuse(shown(str(refusal)))
        except PermissionDenied:
            self._refuse(_("%(name)s may not do this; use --as.") % {"name": by.name})
        except OSError as error:
            message = _("The file %(file)s cannot be read: %(why)s.")
            self._refuse(message % {"file": file, "why": error.strerror})

    def _institution(self, host: str | None) -> Institution:
        named = Q(host=host) | Q(host=None, name=host)
        found = Institution.objects.filter(named) if host else Institution.objects.all()
        if len(found) == 1:
            return found[0]
        if found:
            hosts = ", ".join(one.host or f'"{one.name}"' for one in found)
            self._refuse(
                _("Say which institution with --institution: %(hosts)s") % {"hosts": hosts}
            )
        self._refuse(_("There is no such institution here."))

    def _person(self, email: str | None) -> Person:
        people = Person.objects.select_related("user", "institution").order_by("joined_at")
        if email:
            person = people.filter(user__email=email.strip().lower()).first()
        else:
            person = people.filter(role=Person.Role.ADMINISTRATOR, suspension=None).first()
        return person or self._refuse(_("There is nobody here with that address; use --as."))

    def _course(self, name: str) -> Course:
        courses = Course.objects.kept()
        found = courses.filter(pk=name) if _is_id(name) else courses.filter(code=name)
        if len(found) == 1:
            return found[0]
        if found:
            message = _("Several courses have the code %(name)s; give the id.")
            self._refuse(message % {"name": name})
        self._refuse(_("There is no course %(name)s here.") % {"name": name})

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(REFUSED)


def _headline(outcome: ImportOutcome) -> str:
    title = shown(outcome.title)
    if outcome.dry_run:
        return _("Dry run of “%(title)s”: nothing was written.") % {"title": title}
    course = outcome.course
    return _("Imported “%(title)s” (%(id)s).") % {"title": title, "id": course and course.pk}


def _is_id(name: str) -> bool:
    try:
        UUID(name)
    except ValueError:
        return False
    return True
