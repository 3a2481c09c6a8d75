"""`bin/lyceum found`: an institution with its first administrator."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from lyceum.core.people.actions import found_institution, prove_address
from lyceum.core.people.models import Institution
from lyceum.core.people.queries import has_account
from lyceum.core.people.rules import has_visible_text, is_colour

PASSWORD_BYTES = 12


class Command(BaseCommand):
    help = "Found an institution and print the password of its first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("institution", help="name of the institution")
        parser.add_argument("--email", required=True, help="address of its first administrator")
        parser.add_argument("--name", default="", help="their name (default: from the address)")
        parser.add_argument("--host", default="", help="host name, where there are several")
        parser.add_argument("--colour", default="#1f6f5c", help="as # and six digits")
        parser.add_argument("--language", default="en")
        parser.add_argument("--time-zone", default="UTC")

    def handle(self, *args: Any, **options: Any) -> None:
        self._check(options)
        email = options["email"].strip().lower()
        known = has_account(email)
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        with transaction.atomic():
            person = found_institution(
                name=options["institution"].strip(),
                administrator_name=options["name"] or email.partition("@")[0].title(),
                email=email,
                password=password,
                host=options["host"].lower() or None,
                colour=options["colour"],
                language=options["language"],
                time_zone=options["time_zone"],
            )
            prove_address(person.user)
        self.stdout.write(f"{person.institution.name} is founded. Sign in as {email}")
        self.stdout.write("with the password you have." if known else f"with {password}")

    def _check(self, options: dict[str, Any]) -> None:
        try:
            validate_email(options["email"].strip())
        except ValidationError as error:
            raise CommandError(f"“{options['email']}” is not an e-mail address.") from error
        if not has_visible_text(options["institution"]):
            raise CommandError("Give the institution a name.")
        if not is_colour(options["colour"]):
            raise CommandError("Write the colour as # and six digits, like #1f6f5c.")
        if options["host"] and Institution.objects.filter(host=options["host"].lower()).exists():
            raise CommandError(f"There is an institution at {options['host']} already.")
