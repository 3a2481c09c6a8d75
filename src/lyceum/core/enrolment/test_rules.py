from datetime import UTC, datetime, timedelta

import pytest

from lyceum.core.enrolment import rules

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("way", "taken", "entry"),
    [
        (None, 0, "closed"),
        (rules.Way("invitation"), 0, "closed"),
        (rules.Way("open"), 5, "open"),
        (rules.Way("code"), 5, "code"),
        (rules.Way("open", opens_at=NOW + DAY), 0, "early"),
        (rules.Way("open", closes_at=NOW), 0, "late"),
        (rules.Way("code", seats=5), 5, "full"),
        (rules.Way("code", seats=5), 4, "code"),
    ],
)
def test_how_one_may_come_in(way, taken, entry):
    assert rules.entry(way, taken=taken, now=NOW) == entry


def test_security_66_a_code_has_at_least_40_bits():
    assert len(rules.CODE_LETTERS) ** rules.CODE_LENGTH >= 2**40
    assert len({rules.new_code() for _ in range(1000)}) == 1000


def test_a_code_may_be_typed_carelessly():
    assert rules.same_code(" abcde-fghjk ", "ABCDEFGHJK")
    assert not rules.same_code("", "")
    assert not rules.same_code("ABCDE", "ABCDEFGHJK")
