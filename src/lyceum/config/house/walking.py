"""Every route of the site, with its policy and the arguments that its address takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One route: its full name, the arguments in its address, its policy as text, its view."""

    name: str
    arguments: tuple[str, ...]
    policy: str
    view: Callable[..., Any]


def routes(resolver: URLResolver | None = None, area: str = "") -> Iterator[Route]:
    """Return all routes below `resolver`, those of the whole site by default."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, entry.namespace or area)
        elif isinstance(entry, URLPattern):
            name = f"{area}:{entry.name}" if area else str(entry.name)
            policy = str(getattr(entry.callback, "policy", ""))
            yield Route(name, tuple(entry.pattern.regex.groupindex), policy, entry.callback)
