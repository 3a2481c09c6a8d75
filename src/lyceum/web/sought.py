"""The words that somebody looks for in a list."""

from django.http import HttpRequest

LONGEST = 80


def sought(request: HttpRequest) -> str:
    """Return the words of `?q=`, as long as a database should be asked to look for."""
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST]
