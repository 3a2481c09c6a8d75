"""`bin/lyceum`: administration by command line."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run a management command; `lyceum help` lists them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lyceum.config.settings")
    execute_from_command_line(sys.argv)
