"""What attempts say about a quiz and its questions: item analysis.

Figures are those of classical test theory, as Moodle computes them, with intervals. A question is
set against the rest of each attempt, so that it cannot agree with itself; the rest is a share of
the marks to be had, so that attempts with different draws, or of different quizzes, can be put
together. The order of attempts and of answers changes nothing.
"""

from lyceum.activities.quizzes.rules.analysis.choices import ChoiceCount, ChoiceTable
from lyceum.activities.quizzes.rules.analysis.figures import REASONS, Figure, Reason
from lyceum.activities.quizzes.rules.analysis.question import Flag, QuestionAnalysis
from lyceum.activities.quizzes.rules.analysis.quiz import MINIMUM, QuizAnalysis, analyse
from lyceum.activities.quizzes.rules.analysis.rows import Answered, Question
from lyceum.activities.quizzes.rules.analysis.times import Times

__all__ = [
    "MINIMUM",
    "REASONS",
    "Answered",
    "ChoiceCount",
    "ChoiceTable",
    "Figure",
    "Flag",
    "Question",
    "QuestionAnalysis",
    "QuizAnalysis",
    "Reason",
    "Times",
    "analyse",
]
