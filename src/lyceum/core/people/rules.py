"""Pure rules about people: roles, tokens, colours."""

import hashlib
import re
from datetime import timedelta

INVITATION_LASTS = timedelta(days=14)
TOKEN_BYTES = 32
RANK = {"member": 0, "teacher": 1, "administrator": 2}

MEMBER_ABILITIES = frozenset({"view"})
TEACHER_ABILITIES = MEMBER_ABILITIES | {"create_course"}
ADMINISTRATOR_ABILITIES = TEACHER_ABILITIES | {"administer", "invite", "brand", "see_jobs"}
ROLE_ABILITIES = {
    "member": MEMBER_ABILITIES,
    "teacher": TEACHER_ABILITIES,
    "administrator": ADMINISTRATOR_ABILITIES,
}


def token_hash(token: str) -> str:
    """Return what is kept of a secret token: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def may_give_role(giver: str, role: str) -> bool:
    """Nobody gives a role above their own, and only administrators give roles at all."""
    return giver == "administrator" and RANK.get(role, 99) <= RANK[giver]


def is_colour(text: str) -> bool:
    return re.fullmatch(r"#[0-9a-fA-F]{6}", text) is not None


def has_visible_text(text: str) -> bool:
    """Whether a name or title shows anything: emoji count, spaces and invisible marks do not."""
    return any(not c.isspace() and c.isprintable() for c in text)
