"""Identifiers that sort by the time they were made."""

from uuid import UUID

import uuid_utils.compat


def uuid7() -> UUID:
    """Return a new UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random."""
    return uuid_utils.compat.uuid7()
