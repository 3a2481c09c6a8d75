"""What a formula comes to."""

from collections.abc import Mapping
from decimal import Context, Decimal, DecimalException, DivisionByZero, Overflow

from lyceum.activities.quizzes.rules.formula.arithmetic import (
    BOUNDED,
    FUNCTIONS,
    MOST_FACTORIAL,
    OPERATORS,
)
from lyceum.activities.quizzes.rules.formula.reading import Call, Variable, read
from lyceum.activities.quizzes.rules.formula.tokens import FormulaError
from lyceum.activities.quizzes.rules.problem import gettext_noop

_KEPT = Context(prec=28, Emax=BOUNDED.Emax, Emin=BOUNDED.Emin)
"""Six digits are computed and not kept, so that 1/3*3 is 1."""


def evaluate(expression: str, values: Mapping[str, Decimal]) -> Decimal:
    """Return what the formula comes to, to 28 digits; raises FormulaError."""
    stack: list[Decimal] = []
    for step in read(expression):
        if isinstance(step, Call):
            given = stack[-step.count :]
            del stack[-step.count :]
            stack.append(_result(step.name, given))
        else:
            stack.append(_number(step, values))
    return _KEPT.plus(stack[0])


def _number(step: Decimal | Variable, values: Mapping[str, Decimal]) -> Decimal:
    try:
        return BOUNDED.plus(step if isinstance(step, Decimal) else _value(step.name, values))
    except DecimalException:
        raise _too_large() from None


def _value(name: str, values: Mapping[str, Decimal]) -> Decimal:
    if name not in values:
        raise FormulaError(
            gettext_noop("The variable “%(name)s” is not defined: add it, or correct its name."),
            name=name[:40],
        )
    if not values[name].is_finite():
        raise FormulaError(gettext_noop("The variable “%(name)s” is not a number."), name=name[:40])
    return values[name]


def _result(name: str, given: list[Decimal]) -> Decimal:
    function = FUNCTIONS.get(name) or OPERATORS[name]
    try:
        value = BOUNDED.plus(function.run(given))
    except (Overflow, OverflowError):
        raise _too_large() from None
    except DivisionByZero:
        raise _by_zero() from None
    except (ArithmeticError, ValueError):
        raise _undefined(name, given) from None
    if not value.is_finite():
        raise _by_zero() if name in {"^", "pow"} else _undefined(name, given)
    return value


def _too_large() -> FormulaError:
    return FormulaError(gettext_noop("The result is too large: a number passes 10^300."))


def _by_zero() -> FormulaError:
    return FormulaError(gettext_noop("The formula divides by zero."))


def _undefined(name: str, given: list[Decimal]) -> FormulaError:
    if name in {"/", "%", "mod", "fmod"} and not given[1]:
        return _by_zero()
    if name in {"^", "pow"}:
        return FormulaError(
            gettext_noop("A negative number has no power with a fraction: %(base)s^%(exponent)s."),
            base=f"{given[0]:.6g}",
            exponent=f"{given[1]:.6g}",
        )
    if name == "factorial":
        return FormulaError(
            gettext_noop("factorial takes whole numbers from 0 to %(most)s."), most=MOST_FACTORIAL
        )
    return FormulaError(
        gettext_noop("%(name)s(%(given)s) is not defined."),
        name=name,
        given=", ".join(f"{number:.6g}" for number in given),
    )
