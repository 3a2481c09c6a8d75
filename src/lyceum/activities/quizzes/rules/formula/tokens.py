"""A formula's text, cut into numbers, names and signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lyceum.activities.quizzes.rules.problem import Problem, gettext_noop

LONGEST = 1000
MOST_DIGITS = 40
NAME = r"[^\W\d]\w{0,39}"
ALIKE = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "∕": "/"})
"""Signs that stand for another one."""

_TOKEN = re.compile(
    rf"""(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |\{{\s*(?P<variable>{NAME})\s*\}}
    |(?P<name>[^\W\d]\w*)
    |(?P<sign>\*\*|[-+*/%^(),])""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")

Kind = Literal["number", "variable", "name", "sign", "end"]


class FormulaError(Problem):
    """A formula that cannot be read, or has no value."""


@dataclass(frozen=True)
class Token:
    """`variable` is a name in braces, and never a constant or a function."""

    kind: Kind
    text: str
    start: int
    end: int


def tokens(expression: str) -> Iterator[Token]:
    """Yield the parts of a formula, and an end."""
    if len(expression) > LONGEST:
        raise FormulaError(
            gettext_noop("The formula is too long: shorten it to %(most)s characters."),
            most=LONGEST,
        )
    text = expression.translate(ALIKE)
    place = _after_space(text, 0)
    while place < len(text):
        token = _token_at(text, place)
        yield token
        place = _after_space(text, token.end)
    yield Token("end", "", place, place)


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _token_at(text: str, place: int) -> Token:
    found = _TOKEN.match(text, place)
    if found is None:
        raise FormulaError(
            gettext_noop("“%(sign)s” has no meaning in a formula: take it out."), sign=text[place]
        )
    match found.lastgroup:
        case "number":
            _check_digits(found[0])
            return Token("number", found[0], place, found.end())
        case "variable":
            return Token("variable", found["variable"], place, found.end())
        case "name":
            return Token("name", found[0], place, found.end())
        case _:
            return Token("sign", "^" if found[0] == "**" else found[0], place, found.end())


def _check_digits(number: str) -> None:
    digits, _, exponent = number.lower().partition("e")
    if len(digits) > MOST_DIGITS or len(exponent) > 4:
        raise FormulaError(
            gettext_noop("The number %(number)s… is too long: round it."), number=number[:12]
        )
