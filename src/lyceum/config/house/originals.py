"""Which texts the source wants translated: those of its Python and of its templates.

Django turns a template into pseudo-Python, and Babel reads both: no GNU gettext is needed.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from lyceum.config.house.source import files, name_of, tree

ONE, PLURAL = None, (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
FUNCTIONS: dict[str, Any] = {
    "gettext": ONE,
    "gettext_lazy": ONE,
    "gettext_noop": ONE,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}
"""Function of Django → which of its arguments are originals; c is the context."""
IN_TEMPLATES = FUNCTIONS | {"_": ONE}
NOTES = ("Translators:",)


def sources() -> tuple[Path, ...]:
    """Return the files that may hold originals, by path; tests say nothing to anybody."""
    found = files("*.py", "src") + files("*.html", "src") + files("*.txt", "src")
    return tuple(
        path for path in sorted(found) if not re.match(r"(test_.*|conftest)\.py$", path.name)
    )


def originals(paths: Iterable[Path]) -> Catalog:
    """Return a catalogue of the originals, in the order of the files, without translations."""
    found = Catalog()
    for path in paths:
        for original, notes, context in _of_file(path):
            places = [(name_of(path), 0)]
            found.add(original, context=context, locations=places, auto_comments=notes)
    return found


def _of_file(path: Path) -> Iterator[tuple[Any, list[str], str | None]]:
    if path.suffix == ".py":
        text, keywords = path.read_text("utf-8"), FUNCTIONS | _aliases(tree(path))
    else:
        text, keywords = _as_python(path.read_text("utf-8")), IN_TEMPLATES
    read = extract("python", BytesIO(text.encode()), keywords, NOTES)
    return ((original, list(notes), context) for _, original, notes, context in read)


def _aliases(module: ast.Module) -> dict[str, Any]:
    """Return what the module calls Django's functions: `_`, most often."""
    return {
        name.asname: FUNCTIONS[name.name]
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.asname and name.name in FUNCTIONS
    }


def _as_python(template: str) -> str:
    """Return the template as Python that only calls; its indentation would mean nothing."""
    return "\n".join(line.lstrip() for line in templatize(template).splitlines())
