"""The values of variables: drawn from their lists or ranges, and the same again for a seed.

A variable is {name, values: [...]} or {name, low, high, step}. Variables with the same word under
`together` are drawn from the same place of their lists, as the rows of a table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from hashlib import sha256
from typing import Any

from lyceum.activities.quizzes.rules.formula.reading import RESERVED
from lyceum.activities.quizzes.rules.formula.tokens import NAME, FormulaError
from lyceum.activities.quizzes.rules.problem import gettext_noop

MOST_VALUES = 1000
MOST_VARIABLES = 50
FARTHEST = 30
"""Values have at most 30 digits before and after the point."""

Variables = Sequence[Mapping[str, Any]]


def check_variables(variables: Variables) -> None:
    """Raise FormulaError where a variable cannot be drawn."""
    _sources(variables)


def draw(variables: Variables, seed: int) -> dict[str, str]:
    """Return a value for each variable, the same for the same seed; raises FormulaError."""
    return {
        source.name: source.at(_chance(f"{seed}:{source.key}") % source.count)
        for source in _sources(variables)
    }


def test_values(variables: Variables, n: int) -> list[dict[str, str]]:
    """Return up to `n` different sets to try formulas with: the first and last values, and draws.

    Raises FormulaError where a variable cannot be drawn.
    """
    sources = _sources(variables)
    sets = [
        {source.name: source.at(0) for source in sources},
        {source.name: source.at(source.count - 1) for source in sources},
        *(draw(variables, seed) for seed in range(2 * n)),
    ]
    different = {tuple(values.items()): values for values in sets}
    return list(different.values())[:n]


@dataclass(frozen=True)
class _Source:
    name: str
    key: str
    count: int
    at: Callable[[int], str]


def _chance(key: str) -> int:
    """Return a large number that looks random; unlike `random`, the same in every Python."""
    return int.from_bytes(sha256(key.encode()).digest())


def _sources(variables: Variables) -> list[_Source]:
    if len(variables) > MOST_VARIABLES:
        raise FormulaError(
            gettext_noop("There are too many variables: keep to %(most)s."), most=MOST_VARIABLES
        )
    found = [_source(variable) for variable in variables]
    for place, source in enumerate(found):
        if source.name in {other.name for other in found[:place]}:
            raise FormulaError(
                gettext_noop("Two variables are called “%(name)s”: rename one."), name=source.name
            )
    return found


def _source(variable: Mapping[str, Any]) -> _Source:
    name = str(variable.get("name", ""))
    _check_name(name)
    together = variable.get("together")
    key = f"together {together}" if together else name
    if "values" in variable:
        values = _listed(name, variable["values"])
        return _Source(name, key, len(values), values.__getitem__)
    low, step, count = _range(name, variable)
    return _Source(name, key, count, lambda place: f"{low + place * step:f}")


def _check_name(name: str) -> None:
    if not re.fullmatch(NAME, name):
        raise FormulaError(
            gettext_noop("“%(name)s” cannot be a variable: use letters, digits and _."),
            name=name[:40],
        )
    if name in RESERVED:
        raise FormulaError(
            gettext_noop("“%(name)s” already means something in formulas: rename the variable."),
            name=name,
        )


def _listed(name: str, values: object) -> list[str]:
    if not isinstance(values, list | tuple) or not 0 < len(values) <= MOST_VALUES:
        raise FormulaError(
            gettext_noop("List between 1 and %(most)s values for “%(name)s”."),
            name=name,
            most=MOST_VALUES,
        )
    return [f"{_number(name, value):f}" for value in values]


def _range(name: str, variable: Mapping[str, Any]) -> tuple[Decimal, Decimal, int]:
    low, high, step = (_number(name, variable.get(key)) for key in ("low", "high", "step"))
    if step <= 0 or high < low:
        raise FormulaError(
            gettext_noop("“%(name)s” needs a highest value above its lowest, and a step above 0."),
            name=name,
        )
    return low, step, int((high - low) / step) + 1


def _number(name: str, value: object) -> Decimal:
    text = str(value).strip()
    try:
        number = Decimal(text) if len(text) <= 2 * FARTHEST else Decimal("NaN")
    except DecimalException:
        number = Decimal("NaN")
    if not number.is_finite() or not _near(number):
        raise FormulaError(
            gettext_noop("“%(value)s” is not a number that “%(name)s” can take."),
            value=text[:40],
            name=name,
        )
    return number


def _near(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -FARTHEST and number.adjusted() <= FARTHEST
