"""`bin/lyceum setup_link`: the address that opens the first run from another machine."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from lyceum.core.people.queries import any_institution
from lyceum.web.setup import setup_token


class Command(BaseCommand):
    help = "Print the path, with its secret, where the first institution is founded."

    def handle(self, *args: Any, **options: Any) -> None:
        if any_institution():
            raise CommandError("There is an institution already, so the first run is over.")
        self.stdout.write(f"{reverse('admin:first_run')}?token={setup_token()}")
