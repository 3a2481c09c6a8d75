"""Pure rules of coming in."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
"""Ten of 30 letters are 49 bits: SECURITY 66 asks for 40."""
CODE_TRIES = 10

Entry = Literal["open", "code", "closed", "early", "late", "full"]


@dataclass(frozen=True)
class Way:
    """What an offering says, as plain values."""

    kind: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    seats: int | None = None


def entry(way: Way | None, *, taken: int, now: datetime) -> Entry:
    """Return how somebody may come in now, or why not.

    taken: learners in the course. "closed" is by invitation only; "early" and "late" lie outside
    the dates; "full" has no place left.
    """
    if way is None or way.kind == "invitation":
        return "closed"
    if way.opens_at and now < way.opens_at:
        return "early"
    if way.closes_at and now >= way.closes_at:
        return "late"
    if way.seats is not None and taken >= way.seats:
        return "full"
    return "code" if way.kind == "code" else "open"


def new_code() -> str:
    """Return a code that is easy to read aloud and hard to guess."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def same_code(given: str, code: str) -> bool:
    """Whether the code was typed right, whatever its case and spaces; takes constant time."""
    typed = "".join(given.split()).replace("-", "").upper()
    return bool(code) and secrets.compare_digest(typed.encode(), code.encode())
