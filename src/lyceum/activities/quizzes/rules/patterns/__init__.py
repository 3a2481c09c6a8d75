"""Patterns for short answers: the part of regular expressions that always ends soon.

Letters, `.`, classes, `\\d \\w \\s`, `( )`, `|`, `? * + {m,n}`; no look-around, no references back.
A pattern is matched by following all its places at once, so the time grows with its size times
the answer's length, whatever the pattern.
"""

from lyceum.activities.quizzes.rules.patterns.places import check_pattern, fits
from lyceum.activities.quizzes.rules.patterns.tree import PatternError

__all__ = ["PatternError", "check_pattern", "fits"]
