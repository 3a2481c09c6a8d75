"""What operators and functions of formulas do, on decimals of bounded size."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

LARGEST = 300
"""Numbers stay below 10^300, which floats can hold."""
BOUNDED = Context(prec=34, Emax=LARGEST, Emin=-LARGEST, traps=[Overflow, InvalidOperation])
BOUNDED.traps[DivisionByZero] = True
PI = Decimal("3.141592653589793238462643383279502884")
E = Decimal("2.718281828459045235360287471352662498")
CONSTANTS = {"pi": PI, "e": E}
MOST_FACTORIAL = 100
MOST_PLACES = 30
NOISE = 1e-15
"""What floats leave over where a sine is zero."""
MANY = 100

Numbers = Sequence[Decimal]


@dataclass(frozen=True)
class Function:
    """A function and how many numbers it takes."""

    run: Callable[[Numbers], Decimal]
    least: int = 1
    most: int = 1


def _plain(function: Callable[[float], float]) -> Function:
    return Function(lambda given: _decimal(function(float(given[0]))))


def _decimal(value: float) -> Decimal:
    """Return a float as it is meant: sin(30°) is 0.5."""
    return Decimal(format(value, ".15g"))


def _wave(function: Callable[[float], float]) -> Function:
    def run(given: Numbers) -> Decimal:
        angle = float(given[0])
        value = function(angle)
        return Decimal(0) if abs(value) < NOISE and abs(angle) > 1 else _decimal(value)

    return Function(run)


def _tangent(angle: float) -> float:
    if abs(math.cos(angle)) < NOISE:
        raise ValueError("no tangent")
    return math.tan(angle)


def _power(given: Numbers) -> Decimal:
    base, exponent = given
    return Decimal(1) if exponent == 0 else BOUNDED.power(base, exponent)


def _log(given: Numbers) -> Decimal:
    if len(given) == 1:
        return BOUNDED.log10(given[0])
    return BOUNDED.divide(BOUNDED.ln(given[0]), BOUNDED.ln(given[1]))


def _floor(value: Decimal) -> Decimal:
    return value.to_integral_value(ROUND_FLOOR)


def _mod(given: Numbers) -> Decimal:
    """Return the remainder with the sign of the divisor."""
    rest = BOUNDED.remainder(*given)
    return BOUNDED.add(rest, given[1]) if rest and (rest < 0) != (given[1] < 0) else rest


def _round(given: Numbers) -> Decimal:
    """Round a half away from zero, as schools teach it."""
    places = _whole(given[1], -MOST_PLACES, MOST_PLACES) if len(given) > 1 else 0
    unit = Decimal(1).scaleb(-places)
    if given[0].adjusted() + places > MOST_PLACES:
        return given[0]
    return BOUNDED.multiply(BOUNDED.divide(given[0], unit).to_integral_value(ROUND_HALF_UP), unit)


def _whole(value: Decimal, least: int, most: int) -> int:
    if not least <= value <= most or value != int(value):
        raise ValueError("not a whole number in bounds")
    return int(value)


def _factorial(given: Numbers) -> Decimal:
    return Decimal(math.factorial(_whole(given[0], 0, MOST_FACTORIAL)))


def _atan2(given: Numbers) -> Decimal:
    return _decimal(math.atan2(float(given[0]), float(given[1])))


FUNCTIONS: dict[str, Function] = {
    "abs": Function(lambda given: BOUNDED.abs(given[0])),
    "acos": _plain(math.acos),
    "acosh": _plain(math.acosh),
    "asin": _plain(math.asin),
    "asinh": _plain(math.asinh),
    "atan": _plain(math.atan),
    "atan2": Function(_atan2, 2, 2),
    "atanh": _plain(math.atanh),
    "ceil": Function(lambda given: given[0].to_integral_value(ROUND_CEILING)),
    "cos": _wave(math.cos),
    "cosh": _plain(math.cosh),
    "deg": Function(lambda given: BOUNDED.divide(BOUNDED.multiply(given[0], Decimal(180)), PI)),
    "exp": Function(lambda given: BOUNDED.exp(given[0])),
    "factorial": Function(_factorial),
    "floor": Function(lambda given: _floor(given[0])),
    "fmod": Function(lambda given: BOUNDED.remainder(*given), 2, 2),
    "ln": Function(lambda given: BOUNDED.ln(given[0])),
    "log": Function(_log, 1, 2),
    "log10": Function(lambda given: BOUNDED.log10(given[0])),
    "max": Function(max, 1, MANY),
    "min": Function(min, 1, MANY),
    "mod": Function(_mod, 2, 2),
    "pow": Function(_power, 2, 2),
    "rad": Function(lambda given: BOUNDED.divide(BOUNDED.multiply(given[0], PI), Decimal(180))),
    "round": Function(_round, 1, 2),
    "sin": _wave(math.sin),
    "sinh": _plain(math.sinh),
    "sqrt": Function(lambda given: BOUNDED.sqrt(given[0])),
    "tan": _wave(_tangent),
    "tanh": _plain(math.tanh),
}
OPERATORS: dict[str, Function] = {
    "+": Function(lambda given: BOUNDED.add(*given), 2, 2),
    "-": Function(lambda given: BOUNDED.subtract(*given), 2, 2),
    "*": Function(lambda given: BOUNDED.multiply(*given), 2, 2),
    "/": Function(lambda given: BOUNDED.divide(*given), 2, 2),
    "%": Function(_mod, 2, 2),
    "^": Function(_power, 2, 2),
    "negative": Function(lambda given: BOUNDED.minus(given[0])),
}
