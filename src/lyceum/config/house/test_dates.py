"""Dates are written as each language writes them; the source names an English format."""

import ast
import re
from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import date_format

from lyceum.config.house.source import files, tree
from lyceum.config.house.test_translations import OFFERED

IN_TEMPLATES = re.compile(r"""\|(?:date|time):(["'])(.*?)\1""")
WHEN = datetime(2026, 11, 3, 18, 5, tzinfo=UTC)


def formats_in_templates():
    for path in files("*.html", "src") + files("*.txt", "src"):
        yield from (found[2] for found in IN_TEMPLATES.finditer(path.read_text()))


def formats_in_python():
    for path in files("*.py", "src"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "date_format":
                for part in ast.walk(node.args[1]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


@pytest.mark.parametrize("name", OFFERED)
def test_every_date_format_of_the_source_has_its_own_in_each_language(name):
    said = import_module(f"lyceum.locale.{name}.formats").FORMATS
    missing = {*formats_in_templates(), *formats_in_python()} - set(said)
    assert not missing, f"Say in src/lyceum/locale/{name}/formats.py how to write: {missing}"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("j F Y", "3 de noviembre de 2026"),
        ("j M Y", "3 nov 2026"),
        ("l, j F Y, H:i", "martes, 3 de noviembre de 2026, 18:05"),
    ],
)
def test_spanish_dates_read_as_spanish(named, said):
    page = Template("{{ when|date:named }}")
    with translation.override("es"):
        assert page.render(Context({"when": WHEN, "named": named})) == said
        assert date_format(WHEN, named) == said


@pytest.mark.parametrize("language", ["en", "ar-xb"])
def test_other_languages_keep_the_format_as_it_is(language):
    with translation.override(language):
        assert re.fullmatch(r"3 \S+ 2026, 18:05", date_format(WHEN, "j F Y, H:i"))
