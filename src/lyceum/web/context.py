"""What the shell around every page needs."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "person", None)
    asked = request.headers.get("Save-Data", "") == "on"
    return {
        "institution": getattr(request, "institution", None),
        "person": person,
        "reduced": asked or (person is not None and person.reduced_data),
    }
