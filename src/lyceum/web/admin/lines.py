"""Reading a list of people to invite: pure, so that every odd line has its test.

One line, one person: address, name, role, parted by comma, semicolon or tab. A first line that
names the columns may order them anew. Nothing but the address is needed.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import StringIO

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MOST_LINES = 500
MOST_BYTES = 1_000_000
COLUMNS = ("email", "name", "role")
HEADINGS = {
    "email": {"email", "e-mail", "mail", "address", "e-mail address", "email address", "correo"},
    "name": {"name", "full name", "nombre"},
    "role": {"role", "rol"},
}


class TooManyLines(ValueError):
    """The list is longer than can be invited at once."""


@dataclass(frozen=True)
class Line:
    """One person of the list. `problem` names what is wrong, or is empty.

    number: the line in the text, from 1. problem: "address", "role", "twice", "here", "name" or "".
    """

    number: int
    email: str
    name: str
    role: str
    problem: str = ""


def text_of(contents: bytes) -> str:
    """Return an uploaded list as text, from UTF-8 or from what spreadsheets on Windows write."""
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contents.decode("cp1252", errors="replace")


def read_lines(text: str, roles: Mapping[str, str], *, otherwise: str) -> list[Line]:
    """Return the people of the list, each with what is wrong about their line.

    roles: what may be written for a role, in lower case, and the role it is; otherwise: the role
    where none is written. Raises `TooManyLines`.
    """
    order: tuple[str, ...] = COLUMNS
    lines: list[Line] = []
    seen: set[str] = set()
    for number, cells in _rows(text):
        found = _heading(cells) if not lines else None
        if found:
            order = found
            continue
        line = _line(number, dict(zip(order, cells, strict=False)), roles, otherwise)
        if not line.problem and line.email in seen:
            line = replace(line, problem="twice")
        seen.add(line.email)
        lines.append(line)
        if len(lines) > MOST_LINES:
            raise TooManyLines
    return lines


def mark_present(lines: Iterable[Line], present: frozenset[str]) -> list[Line]:
    """Return the lines, those marked "here" whose people are in the institution already."""
    return [
        replace(line, problem="here") if not line.problem and line.email in present else line
        for line in lines
    ]


def _rows(text: str) -> Iterable[tuple[int, list[str]]]:
    """Return numbered rows that hold anything; NUL would stop the reader."""
    text = text.replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text), delimiter=mark, skipinitialspace=True)
    for cells in reader:
        cells = [" ".join(cell.split()) for cell in cells]
        if any(cells):
            yield reader.line_num, cells


def _heading(cells: list[str]) -> tuple[str, ...] | None:
    """Return the order of the columns, if this row names them."""
    names = []
    for cell in cells:
        known = [name for name, words in HEADINGS.items() if cell.lower() in words]
        names.append(known[0] if known else "")
    return tuple(names) if "email" in names else None


def _line(number: int, told: Mapping[str, str], roles: Mapping[str, str], otherwise: str) -> Line:
    email, name = told.get("email", "").lower(), told.get("name", "")
    written = told.get("role", "")
    role = roles.get(written.lower(), "") if written else otherwise
    problem = ""
    if not _is_address(email):
        problem = "address"
    elif not role:
        problem = "role"
    elif len(name) > 120:
        problem = "name"
    return Line(number, email, name, role or written, problem)


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
