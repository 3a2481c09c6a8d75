"""The grammar of formulas.

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/" | "%") signed }
    signed  = ("-" | "+") signed | power
    power   = part [ "^" signed ]
    part    = number | name | "{" name "}" | function "(" sum { "," sum } ")" | "(" sum ")"

What is read is kept leaves first, so that working it out needs no recursion.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lyceum.activities.quizzes.rules.formula.arithmetic import CONSTANTS, FUNCTIONS
from lyceum.activities.quizzes.rules.formula.tokens import FormulaError, Token, tokens
from lyceum.activities.quizzes.rules.problem import gettext_noop

DEEPEST = 40
RESERVED = frozenset(CONSTANTS) | frozenset(FUNCTIONS)
"""Names that no variable should have: without braces they mean something else."""


@dataclass(frozen=True)
class Variable:
    name: str


@dataclass(frozen=True)
class Call:
    """An operator or function, on the `count` numbers that stand before it."""

    name: str
    count: int


Step = Decimal | Variable | Call


def names(expression: str) -> frozenset[str]:
    """Return the variables that a formula needs; raises FormulaError where it cannot be read."""
    return frozenset(step.name for step in read(expression) if isinstance(step, Variable))


@lru_cache(512)
def read(expression: str) -> tuple[Step, ...]:
    """Return the steps to take on a stack; raises FormulaError."""
    return _Reader(list(tokens(expression))).read()


class _Reader:
    def __init__(self, parts: list[Token]) -> None:
        self.parts = parts
        self.place = 0
        self.depth = 0
        self.steps: list[Step] = []

    @property
    def here(self) -> Token:
        return self.parts[self.place]

    def read(self) -> tuple[Step, ...]:
        if self.here.kind == "end":
            raise FormulaError(gettext_noop("The formula is empty: write what is to be computed."))
        self.sum()
        if self.here.kind != "end":
            raise self.misplaced()
        return tuple(self.steps)

    def takes(self, *signs: str) -> str:
        """Return the sign that stands here and go past it, or nothing."""
        if self.here.kind == "sign" and self.here.text in signs:
            self.place += 1
            return self.parts[self.place - 1].text
        return ""

    def sum(self) -> None:
        self.product()
        while sign := self.takes("+", "-"):
            self.product()
            self.steps.append(Call(sign, 2))

    def product(self) -> None:
        self.signed()
        while sign := self.takes("*", "/", "%"):
            self.signed()
            self.steps.append(Call(sign, 2))

    def signed(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(
                gettext_noop("The formula is nested too deeply: split it into simpler ones.")
            )
        if sign := self.takes("-", "+"):
            self.signed()
            self.steps += [Call("negative", 1)] if sign == "-" else []
        else:
            self.power()
        self.depth -= 1

    def power(self) -> None:
        self.part()
        if self.takes("^"):
            self.signed()
            self.steps.append(Call("^", 2))

    def part(self) -> None:
        token = self.here
        if token.kind == "end":
            raise FormulaError(gettext_noop("The formula stops too early: something is missing."))
        if self.takes("("):
            self.sum()
            self.close()
            return
        if token.kind == "sign":
            raise self.misplaced()
        self.place += 1
        if token.kind == "number":
            self.steps.append(Decimal(token.text))
        elif token.kind == "variable":
            self.steps.append(Variable(token.text))
        elif self.takes("("):
            self.call(token.text)
        else:
            self.name(token.text)

    def name(self, name: str) -> None:
        if name in FUNCTIONS:
            raise FormulaError(
                gettext_noop("%(name)s needs parentheses: %(name)s(…)."), name=name[:40]
            )
        self.steps.append(CONSTANTS.get(name) or Variable(name))

    def call(self, name: str) -> None:
        if name == "pi" and self.takes(")"):
            self.steps.append(CONSTANTS[name])
            return
        if name not in FUNCTIONS:
            raise FormulaError(
                gettext_noop(
                    "There is no function %(name)s. To multiply, write * before the parenthesis."
                ),
                name=name[:40],
            )
        count = 0 if self.takes(")") else self.arguments()
        function = FUNCTIONS[name]
        if not function.least <= count <= function.most:
            raise _wrong_count(name, count)
        self.steps.append(Call(name, count))

    def arguments(self) -> int:
        count = 1
        self.sum()
        while self.takes(","):
            self.sum()
            count += 1
        self.close()
        return count

    def close(self) -> None:
        if self.takes(")"):
            return
        if self.here.kind != "end":
            raise self.misplaced()
        raise FormulaError(gettext_noop("A parenthesis is not closed: add “)”."))

    def misplaced(self) -> FormulaError:
        sign = self.here.text[:40]
        if sign == ",":
            return FormulaError(
                gettext_noop("A comma is out of place: write decimals with a point, as in 3.5.")
            )
        if self.here.kind == "sign":
            return FormulaError(
                gettext_noop("“%(sign)s” is out of place: look at what stands before it."),
                sign=sign,
            )
        return FormulaError(
            gettext_noop("A sign such as * is missing before “%(part)s”."), part=sign
        )


def _wrong_count(name: str, count: int) -> FormulaError:
    least, most = FUNCTIONS[name].least, FUNCTIONS[name].most
    return FormulaError(
        gettext_noop(
            "How many numbers %(name)s takes: %(wanted)s. Between its parentheses are %(count)s."
        ),
        name=name,
        wanted=least if least == most else f"{least}–{most}",
        count=count,
    )
