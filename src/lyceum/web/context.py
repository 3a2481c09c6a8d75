"""What the shell around every page needs."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "institution": getattr(request, "institution", None),
        "person": getattr(request, "person", None),
    }
