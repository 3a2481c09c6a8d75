"""Finds a Chromium for the journeys, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoChromium(SystemExit):
    """No browser here, and none could be installed; the process ends with this one sentence."""


def find() -> str | None:
    """Return the path of a browser that is here already."""
    named = os.environ.get("LYCEUM_CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    kept = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return str(kept[-1]) if kept else None


def find_or_install() -> str:
    """Return a browser's path; raises `NoChromium` with what to do."""
    for attempt in (lambda: None, _by_playwright, _by_apt):
        attempt()
        if found := find():
            return found
    raise NoChromium(
        "The journeys need Chromium. Install it (on Debian: apt install chromium) or name one in "
        "LYCEUM_CHROMIUM, and try again."
    )


def _quietly(*command: str) -> None:
    subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=600,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def _by_playwright() -> None:
    _quietly(sys.executable, "-m", "playwright", "install", "chromium")


def _by_apt() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        _quietly("apt-get", "update", "-q")
        _quietly("apt-get", "install", "-y", "-q", "chromium")
