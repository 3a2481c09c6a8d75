"""Undo instead of “Are you sure?”: a message that carries the form which takes a step back."""

from django.contrib import messages
from django.http import HttpRequest

UNDO = "undo"


def offer_undo(request: HttpRequest, sentence: str, action: str) -> None:
    """Say what was done; the button beside it posts `restore=1` to `action`."""
    messages.success(request, sentence, extra_tags=f"{UNDO} {action}")
