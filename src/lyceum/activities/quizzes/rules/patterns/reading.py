"""The grammar of patterns.

choice = row { "|" row }
row    = { piece [ "?" | "*" | "+" | "{m}" | "{m,}" | "{m,n}" ] }
piece  = letter | "." | "[" ["^"] ranges "]" | "(" ["?:"] choice ")" | "\\" letter
"""

import re
import unicodedata

from lyceum.activities.quizzes.rules.patterns.tree import (
    Choice,
    Letters,
    Part,
    PatternError,
    Repeat,
    Row,
    bounded,
)
from lyceum.activities.quizzes.rules.problem import gettext_noop

LONGEST = 250
DEEPEST = 20
END = ""
ANY = Letters(without=True)
_TIMES = re.compile(r"\{([0-9]{1,3})(,?)([0-9]{0,3})\}")
_SIMPLE = {"?": (0, 1), "*": (0, None), "+": (1, None)}


def read(pattern: str, *, case: bool) -> Part:
    """Return what the pattern says; raises PatternError."""
    if len(pattern) > LONGEST:
        raise PatternError(
            gettext_noop("The pattern is too long: shorten it to %(most)s characters."),
            most=LONGEST,
        )
    text = pattern.removeprefix("^")
    if text.endswith("$") and not _escapes_last(text):
        text = text[:-1]
    return _Reader(text, case).read()


def _escapes_last(text: str) -> bool:
    before = text[:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


class _Reader:
    def __init__(self, text: str, case: bool) -> None:
        self.text = text
        self.case = case
        self.place = 0
        self.depth = 0

    @property
    def here(self) -> str:
        return self.text[self.place : self.place + 1]

    def next(self) -> str:
        self.place += 1
        return self.text[self.place - 1 : self.place]

    def takes(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.place)
        self.place += len(sign) if found else 0
        return found

    def read(self) -> Part:
        part = self.choice()
        if self.here != END:
            raise PatternError(gettext_noop("“)” closes nothing: take it out, or write “\\)”."))
        return part

    def choice(self) -> Part:
        rows = [self.row()]
        while self.takes("|"):
            rows.append(self.row())
        return bounded(Choice(tuple(rows)) if len(rows) > 1 else rows[0])

    def row(self) -> Part:
        parts: list[Part] = []
        while self.here not in {END, "|", ")"}:
            parts.append(self.repeated(self.piece()))
        return bounded(Row(tuple(parts)))

    def repeated(self, part: Part) -> Part:
        times = self.times()
        if times is None:
            return part
        if self.here in {"?", "*", "+"}:
            raise PatternError(
                gettext_noop("“%(sign)s” follows another repeat: one repeat is enough."),
                sign=self.here,
            )
        return bounded(Repeat(part, *times))

    def times(self) -> tuple[int, int | None] | None:
        if self.here in _SIMPLE:
            return _SIMPLE[self.next()]
        if self.here != "{":
            return None
        found = _TIMES.match(self.text, self.place)
        if found is None:
            raise PatternError(
                gettext_noop(
                    "Write how often between braces, as in {2,3}; for a brace write “\\{”."
                )
            )
        self.place = found.end()
        least = int(found[1])
        most = int(found[3]) if found[3] else (None if found[2] else least)
        if most is not None and most < least:
            raise PatternError(
                gettext_noop("In “%(times)s” put the smaller first."), times=found[0]
            )
        return least, most

    def piece(self) -> Part:
        sign = self.next()
        match sign:
            case ".":
                return ANY
            case "(":
                return self.group()
            case "[":
                return self.letters()
            case "\\":
                return self.escaped()
            case "?" | "*" | "+" | "{":
                raise PatternError(
                    gettext_noop(
                        "“%(sign)s” repeats nothing: for the sign itself write “\\%(sign)s”."
                    ),
                    sign=sign,
                )
            case "^" | "$" | "]" | "}":
                raise PatternError(
                    gettext_noop(
                        "“%(sign)s” is out of place: for the sign itself write “\\%(sign)s”."
                    ),
                    sign=sign,
                )
        return self.literal(sign)

    def literal(self, sign: str) -> Part:
        folded = sign if self.case else unicodedata.normalize("NFC", sign.casefold())
        letters = tuple(Letters(((letter, letter),)) for letter in folded)
        return letters[0] if len(letters) == 1 else Row(letters)

    def group(self) -> Part:
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError(gettext_noop("The pattern has too many groups inside one another."))
        if not self.takes("?:") and self.here == "?":
            raise PatternError(gettext_noop("“(?” is not understood: groups are written “(…)”."))
        part = self.choice()
        if not self.takes(")"):
            raise PatternError(gettext_noop("A parenthesis is not closed: add “)”."))
        self.depth -= 1
        return part

    def escaped(self) -> Letters:
        sign = self.next()
        if sign and sign in "dswDSW":
            return Letters(kinds=frozenset({sign.lower()}), without=sign.isupper())
        if sign == END or (sign.isascii() and sign.isalnum()):
            raise PatternError(
                gettext_noop(
                    "“\\%(sign)s” is not understood: only \\d, \\w and \\s have a meaning."
                ),
                sign=sign,
            )
        return Letters(((sign, sign),))

    def letters(self) -> Letters:
        without = self.takes("^")
        ranges: list[tuple[str, str]] = []
        kinds: set[str] = set()
        while not self.takes("]"):
            found = self.one_range()
            ranges += found.ranges
            kinds |= found.kinds
        if not ranges and not kinds:
            raise PatternError(
                gettext_noop("“[]” holds no letter: write some between the brackets.")
            )
        return Letters(tuple(ranges), frozenset(kinds), without)

    def one_range(self) -> Letters:
        first = self.end_of_range()
        if self.here != "-" or self.text[self.place + 1 : self.place + 2] in {"]", END}:
            return first
        self.place += 1
        last = self.end_of_range()
        if first.kinds or last.kinds or first.ranges > last.ranges:
            raise PatternError(gettext_noop("A range between brackets runs upwards, as in [a-z]."))
        return Letters(((first.ranges[0][0], last.ranges[0][1]),))

    def end_of_range(self) -> Letters:
        sign = self.next()
        if sign == END:
            raise PatternError(gettext_noop("A bracket is not closed: add “]”."))
        if sign != "\\":
            return Letters(((sign, sign),))
        found = self.escaped()
        if found.without:
            raise PatternError(
                gettext_noop("Between brackets, “\\D”, “\\S” and “\\W” are not understood.")
            )
        return found
