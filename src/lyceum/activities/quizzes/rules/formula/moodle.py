"""Formulas as Moodle's calculated questions write them, which is PHP's way."""

from collections.abc import Callable, Iterator

from lyceum.activities.quizzes.rules.formula.arithmetic import CONSTANTS, FUNCTIONS
from lyceum.activities.quizzes.rules.formula.reading import read
from lyceum.activities.quizzes.rules.formula.tokens import FormulaError, Token, tokens
from lyceum.activities.quizzes.rules.problem import gettext_noop

FROM = {"deg2rad": "rad", "rad2deg": "deg"}
TO = {"deg": "rad2deg", "rad": "deg2rad", "ln": "log", "mod": "fmod"}
UNKNOWN = frozenset({"factorial"})
"""Functions that Moodle lacks."""


def from_moodle(expression: str) -> str:
    """Return our writing of Moodle's formula; raises FormulaError where it has none.

    `log` of one number is a natural logarithm there.
    """
    parts = list(tokens(expression))

    def ours(token: Token, place: int) -> str:
        if token.kind == "name" and token.text == "log" and _arguments(parts, place) == 1:
            return "ln"
        return FROM.get(token.text, token.text)

    made = _rewritten(parts, ours)
    read(made)
    return made


def to_moodle(expression: str) -> str:
    """Return the formula as Moodle reads it; raises FormulaError where it could not."""
    read(expression)
    parts = list(tokens(expression))

    def theirs(token: Token, place: int) -> str:
        if token.text in UNKNOWN:
            raise FormulaError(gettext_noop("Moodle knows no %(name)s."), name=token.text)
        if token.kind == "sign":
            return "**" if token.text == "^" else token.text
        if token.kind != "name":
            return token.text
        return _their_name(token.text, parts, place)

    return _rewritten(parts, theirs)


def _their_name(name: str, parts: list[Token], place: int) -> str:
    called = parts[place + 1].text == "("
    if name in CONSTANTS:
        return {"pi": "pi" if called else "pi()", "e": "exp(1)"}[name]
    if name not in FUNCTIONS:
        return f"{{{name}}}"
    if name == "log" and _arguments(parts, place) == 1:
        return "log10"
    return TO.get(name, name)


def _rewritten(parts: list[Token], word: Callable[[Token, int], str]) -> str:
    """Return the formula with other words, and its spaces."""

    def pieces() -> Iterator[str]:
        end = 0
        for place, token in enumerate(parts):
            yield " " * (token.start - end)
            end = token.end
            yield f"{{{token.text}}}" if token.kind == "variable" else word(token, place)

    return "".join(pieces()).strip()


def _arguments(parts: list[Token], place: int) -> int:
    """Return how many arguments the function at `place` is given."""
    depth, count = 0, 1
    for token in parts[place + 1 :]:
        if token.kind != "sign":
            continue
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0:
            break
        count += token.text == "," and depth == 1
    return count
