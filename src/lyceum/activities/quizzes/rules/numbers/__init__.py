"""Numbers as people type them, how near they are, and their units."""

from lyceum.activities.quizzes.rules.numbers.nearness import Tolerance, within
from lyceum.activities.quizzes.rules.numbers.reading import Comma, Number, parse
from lyceum.activities.quizzes.rules.numbers.units import Unit, factor, split_unit

__all__ = [
    "Comma",
    "Number",
    "Tolerance",
    "Unit",
    "factor",
    "parse",
    "split_unit",
    "within",
]
