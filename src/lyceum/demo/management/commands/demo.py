"""`bin/lyceum demo`: a college in the middle of its term, to look around in."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from lyceum.core.people.models import Institution
from lyceum.demo import people
from lyceum.demo.load import HARBOUR, NORTHGATE, NORTHGATE_HOST, DemoRefused, load_demo
from lyceum.kernel import clock


class Command(BaseCommand):
    """Loads the demo where there is nothing yet, and prints how to sign in."""

    help = "Load a believable institution with a term in progress, and print its logins."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--fresh", action="store_true", help="Forget the demo and load it anew."
        )
        parser.add_argument("--address", default="", help="Address of the site, to be printed.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["fresh"]:
            self._forget()
        try:
            summary = load_demo(clock.now())
        except DemoRefused as error:
            raise CommandError(str(error)) from error
        if summary.loaded:
            self.stdout.write(
                f"{HARBOUR}: {summary.courses} courses, {summary.people} people, "
                f"{summary.enrolments} enrolments, {summary.events} events of eight weeks."
            )
        self._tell_logins(options["address"])

    def _forget(self) -> None:
        others = Institution.objects.exclude(name__in=[HARBOUR, NORTHGATE])
        if others.exists():
            raise CommandError(
                _("This site holds more than the demo, so nothing was deleted: %(name)s.")
                % {"name": others.first()}
            )
        call_command("flush", interactive=False, verbosity=0)

    def _tell_logins(self, address: str) -> None:
        logins = (
            ("administrator", people.ADMINISTRATOR),
            ("teacher", people.TEACHERS[0]),
            ("assistant", people.ASSISTANTS[0]),
            ("learner", people.LEARNERS[0]),
            ("in no course yet", people.LEARNERS[2]),
        )
        if address:
            self.stdout.write(f"\n  {address}\n")
        for role, who in logins:
            self.stdout.write(f"  {role:<17} {who.email:<24} ({who.name})")
        neighbour = people.NEIGHBOURS[0]
        self.stdout.write(f"  {NORTHGATE_HOST:<17} {neighbour.email:<24} ({neighbour.name})")
        self.stdout.write(f"\n  password for all: {people.PASSWORD}\n")
