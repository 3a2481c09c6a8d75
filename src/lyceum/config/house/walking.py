"""Every route of the site, with its policy and the arguments that its address takes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getsource, unwrap
from sys import modules
from typing import Any

from django import forms
from django.urls import URLPattern, URLResolver, get_resolver

READ = re.compile(
    r'(?:GET|POST|FILES)(?:\.get(?:list)?\(|\[)"(\w+)"|"(\w+)" (?:not )?in request\.(?:GET|POST)'
)
ALWAYS = {"q", "page", "next", "role", "state", "edit", "download"}


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


def fields_read(route: Route) -> list[str]:
    """Return the names that the view's module reads, by itself and by its forms."""
    module = modules[unwrap(route.view).__module__]
    found = {name for pair in READ.findall(getsource(module)) for name in pair}
    for thing in vars(module).values():
        if isinstance(thing, type) and issubclass(thing, forms.BaseForm):
            found |= set(getattr(thing, "base_fields", ()))
    return sorted((found | ALWAYS) - {""})
