"""Texts with `{x}` and `{=x*2}` in them."""

import re
from collections.abc import Mapping
from decimal import Context, Decimal, DecimalException
from html import escape, unescape

from lyceum.activities.quizzes.rules.formula.evaluating import evaluate
from lyceum.activities.quizzes.rules.formula.tokens import NAME, FormulaError

MOST_FORMULAS = 500
"""How many formulas of one text are worked out; the rest stays as it is written."""
FIGURES = 10
PLAIN_FROM, PLAIN_TO = -7, 15
"""Powers of ten between which a number is written without exponent."""

_HOLE = re.compile(
    rf"\{{\s*(?P<name>{NAME})\s*\}}|\{{=(?P<formula>(?:[^{{}}<>]|\{{[^{{}}<>]*+\}})*+)\}}"
)
_TEX = r"(?:[^<>\\]|\\[^()\[\]<>])*+"
_MATH = re.compile(rf"(\\\({_TEX}\\\)|\\\[{_TEX}\\\])")
_ROUNDED = Context(prec=FIGURES)


def fill(html: str, values: Mapping[str, str]) -> str:
    """Return the text with values and results in the place of `{x}` and `{=x*2}`.

    What is not known, or has no value, stays as it is. Inside `\\(…\\)` braces are kept, so that
    `\\frac{a}{b}` stays a fraction.
    """
    filled = _Filled(values)
    parts = _MATH.split(html)
    for place, part in enumerate(parts):
        keeps = "{%s}" if place % 2 else "%s"
        parts[place] = _HOLE.sub(lambda hole, keeps=keeps: filled.of(hole, keeps), part)
    return "".join(parts)


def expressions(html: str) -> list[str]:
    """Return the formulas that stand in a text as `{=…}`."""
    return [unescape(hole["formula"]) for hole in _HOLE.finditer(html) if hole["formula"]]


def written(value: Decimal) -> str:
    """Return a number as people read it: at most 10 significant digits."""
    rounded = _ROUNDED.plus(value).normalize(_ROUNDED)
    if not rounded:
        return "0"
    if PLAIN_FROM < rounded.adjusted() < PLAIN_TO:
        return f"{rounded:f}"
    return str(rounded).replace("E+", "e").replace("E", "e")


class _Filled:
    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values
        self.numbers = {
            name: number for name in values if (number := _number(values[name])) is not None
        }
        self.results: dict[str, str | None] = {}

    def of(self, hole: re.Match[str], keeps: str) -> str:
        if name := hole["name"]:
            found = self.values.get(name)
        else:
            found = self.result(unescape(hole["formula"]))
        return hole[0] if found is None else keeps % escape(found)

    def result(self, formula: str) -> str | None:
        if formula not in self.results and len(self.results) < MOST_FORMULAS:
            try:
                self.results[formula] = written(evaluate(formula, self.numbers))
            except FormulaError:
                self.results[formula] = None
        return self.results.get(formula)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except DecimalException:
        return None
