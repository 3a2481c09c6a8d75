"""Reading a number in any of the ways that people write one."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

LONGEST = 100
FARTHEST = 300
"""Exponents lie between -300 and 300."""
Comma = Literal["decimal", "thousands", "guess"]

SIGNS = {
    **dict.fromkeys("−–‒﹣－", "-"),
    **dict.fromkeys("＋﹢", "+"),
    **dict.fromkeys("٫．", "."),
    **dict.fromkeys("،，", ","),
    **dict.fromkeys("’‘٬´`", "'"),
    **dict.fromkeys("×✕·⋅∙", "*"),
}
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))
EXPONENT = (
    r"(?:[eE](?P<e>[+-]?\d+)|"
    r"\s*[*xX]\s*10\s*(?:\^|\*\*)\s*(?:\((?P<b>[+-]?\d+)\)|(?P<p>[+-]?\d+)))"
)
_NUMBER = re.compile(rf"(?P<sign>[+-]?)\s*(?P<digits>[\d.,' ]*\d[.,]?){EXPONENT}?", re.ASCII)
_GROUPED = re.compile(
    r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+|(?:\.\d{3})+)|[1-9]\d?(?:,\d\d)+,\d{3}"
)
"""Whole numbers in groups of three, or as in India: 12,34,567."""


@dataclass(frozen=True)
class Number:
    """A number and how exactly it was written.

    figures: the significant figures, zeros at the end included; least_figures: without those that
    only hold a place, as in 1500.
    """

    value: Decimal
    figures: int
    least_figures: int


def parse(text: str, comma: Comma = "guess") -> Number | None:
    """Return the number that was typed, or None where it is none.

    comma: what the comma of `1,234` is, which may be either; a guess takes it for thousands. Where
    only one reading makes sense (`3,14`, `1.234,5`), that one is taken. A single point is always a
    decimal one.
    """
    found = _NUMBER.fullmatch(_with_digits(plain(text))) if len(text) <= LONGEST else None
    digits = _with_point(found["digits"].strip(), comma) if found else None
    if found is None or digits is None:
        return None
    exponent = int(found["e"] or found["b"] or found["p"] or 0)
    if abs(exponent) > FARTHEST:
        return None
    value = Decimal(f"{found['sign']}{digits}E{exponent}")
    return Number(value, *_figures(digits))


def plain(text: str) -> str:
    """Return the text with the digits, signs and spaces of every script in their plain form."""
    written = "".join(_plain_letter(letter) for letter in text)
    return re.sub(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+", _raised, written)


def _with_digits(text: str) -> str:
    """Write 10^3 as 1*10^3."""
    return re.sub(r"^([+-]?)\s*(10\s*(?:\^|\*\*))", r"\1 1*\2", text.strip())


def _plain_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isspace():
        return " "
    return SIGNS.get(letter, letter)


def _raised(found: re.Match[str]) -> str:
    """Write 10³ as 10^3; raised digits after anything else stay, as in m²."""
    if not found.string[: found.start()].endswith("10"):
        return found[0]
    return "^" + "".join(RAISED[letter] for letter in found[0])


def _with_point(digits: str, comma: Comma) -> str | None:
    """Return digits and at most one point, or None where the separators make no sense."""
    if digits.count(",") == 1 and "." not in digits and _means_thousands(digits, comma):
        return digits.replace(",", "")
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0 or digits.count(digits[last]) > 1:
        return _ungrouped(digits)
    whole, rest = _ungrouped(digits[:last]), digits[last + 1 :]
    if whole is None or not (whole + rest) or not re.fullmatch(r"\d*", rest):
        return None
    return f"{whole or 0}.{rest}"


def _ungrouped(whole: str) -> str | None:
    """Return the digits of a whole number, or None where they are not well grouped."""
    plainly = re.fullmatch(r"\d*", whole)
    return re.sub(r"\D", "", whole) if plainly or _GROUPED.fullmatch(whole) else None


def _means_thousands(digits: str, comma: Comma) -> bool:
    return comma != "decimal" and bool(re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits))


def _figures(digits: str) -> tuple[int, int]:
    written = digits.replace(".", "")
    significant = written.lstrip("0")
    if not significant:
        return 1, 1
    if "." in digits:
        return len(significant), len(significant)
    return len(significant), len(significant.rstrip("0"))
