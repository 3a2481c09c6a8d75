"""Whether a number is near enough."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, NotRequired, TypedDict

from lyceum.activities.quizzes.rules.numbers.reading import Number

EXACT = Context(prec=200)


class Tolerance(TypedDict):
    """How far a number may be off.

    absolute: by `amount`; relative: by `amount` times the value (0.05 is 5 %); figures: not at all
    once both are rounded to `amount` significant figures. `strict` asks for the number to be
    written with just that many figures.
    """

    kind: Literal["absolute", "relative", "figures"]
    amount: str
    strict: NotRequired[bool]


def within(given: Number, value: Decimal, tolerance: Tolerance) -> bool:
    """Whether the number given is the value, as near as the tolerance asks; its bounds count."""
    amount = Decimal(tolerance["amount"])
    off = abs(EXACT.subtract(given.value, value))
    match tolerance["kind"]:
        case "absolute":
            return off <= amount
        case "relative":
            return off <= EXACT.multiply(amount, abs(value))
        case "figures":
            figures = max(1, int(amount))
            if tolerance.get("strict") and not given.least_figures <= figures <= given.figures:
                return False
            return _rounded(given.value, figures) == _rounded(value, figures)


def _rounded(value: Decimal, figures: int) -> Decimal:
    return Context(prec=figures, rounding=ROUND_HALF_UP).plus(value)
