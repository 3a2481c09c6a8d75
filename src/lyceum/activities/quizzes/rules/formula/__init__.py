"""Formulas that teachers write: read by a grammar of our own, so that nothing else can run.

A formula is short, shallow and ends: there are no loops, and every number has bounded digits.
"""

from lyceum.activities.quizzes.rules.formula.drawing import (
    check_variables,
    draw,
    test_values,
)
from lyceum.activities.quizzes.rules.formula.evaluating import evaluate
from lyceum.activities.quizzes.rules.formula.filling import expressions, fill, written
from lyceum.activities.quizzes.rules.formula.moodle import from_moodle, to_moodle
from lyceum.activities.quizzes.rules.formula.reading import RESERVED, names
from lyceum.activities.quizzes.rules.formula.tokens import FormulaError

__all__ = [
    "RESERVED",
    "FormulaError",
    "check_variables",
    "draw",
    "evaluate",
    "expressions",
    "fill",
    "from_moodle",
    "names",
    "test_values",
    "to_moodle",
    "written",
]
