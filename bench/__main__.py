"""`bin/bench NAME [--json] [--quick]`: measures, prints a table or JSON, and ends with 0."""

import argparse
import importlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
from bench.report import Reference, as_json, as_table, noise

BENCHES = {"pages": "the pages: CPU, queries, bytes, latency, paint, memory"}


def main(arguments: list[str]) -> None:
    asked = _parser().parse_args(arguments)
    if not asked.name:
        print("\n".join(f"{name:<12} {about}" for name, about in BENCHES.items()))
        return
    home = Path(tempfile.mkdtemp(prefix="lyceum-bench-"))
    try:
        _prepare_django(home)
        reference = Reference()
        reference.run()
        rows = importlib.import_module(f"bench.{asked.name}").measure(home, quick=asked.quick)
        reference.run()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(as_json(asked.name, rows, reference) if asked.json else as_table(rows, reference))
    print(noise(reference), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=BENCHES)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help="few rounds: to see that it runs")
    return parser


def _prepare_django(home: Path) -> None:
    """Point the settings at a site of the bench's own, on SQLite, before anything reads them."""
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "lyceum.config.settings",
        "LYCEUM_HOME": str(home),
        "LYCEUM_HOSTS": "localhost,127.0.0.1",
        "LYCEUM_LOG_LEVEL": "ERROR",
    }
    django.setup()


if __name__ == "__main__":
    main(sys.argv[1:])
