"""`bin/lyceum`: administration by command line."""

import os
import sys

from django.core.management import execute_from_command_line

from lyceum.config.serving import serve


def main() -> None:
    """Run `serve`, or one of the management commands; `lyceum help` lists those."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lyceum.config.settings")
    if sys.argv[1:2] == ["serve"]:
        sys.exit(serve(sys.argv[2:]))
    execute_from_command_line(sys.argv)
