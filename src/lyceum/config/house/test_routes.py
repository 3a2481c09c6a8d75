"""Every route `area:screen` leads to its view, template and test by name alone."""

import inspect

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from lyceum.config.house.source import PACKAGE

WEB = PACKAGE / "web"
ALIASES = {
    "course:named_file": "file",
    "course:module_creation": "module",
    "course:importing_into": "importing",
}
"""A second address of a screen, and the screen it is."""


def routes(resolver=None, area=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, entry.namespace or area)
        elif isinstance(entry, URLPattern) and area:
            yield f"{area}:{entry.name}", entry.callback


def view_of(callback):
    return inspect.unwrap(callback)


@pytest.mark.parametrize(("route", "callback"), sorted(dict(routes()).items()))
def test_a_route_has_its_view_template_and_test(route, callback):
    area, screen = route.split(":")
    screen = ALIASES.get(route, screen)
    folder = WEB / area
    view = folder / f"{screen}.py"
    assert view.exists(), f"{route}: put the view into web/{area}/{screen}.py"
    assert view_of(callback).__module__ == f"lyceum.web.{area}.{screen}", (
        f"{route}: the view of this route has to live in web/{area}/{screen}.py"
    )
    assert (folder / f"test_{screen}.py").exists(), f"{route}: write web/{area}/test_{screen}.py"
    source = view.read_text()
    if "render(" in source:
        assert (folder / f"{screen}.html").exists(), f"{route}: write web/{area}/{screen}.html"
