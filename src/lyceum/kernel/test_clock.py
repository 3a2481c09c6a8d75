from datetime import UTC, date, datetime

import pytest

from lyceum.kernel import clock

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_the_clock_is_aware_and_can_stand_still():
    assert clock.now().tzinfo is UTC
    with clock.freeze(NEW_YEAR):
        assert clock.now() == NEW_YEAR
    assert clock.now() != NEW_YEAR


def test_today_depends_on_the_time_zone():
    with clock.freeze(NEW_YEAR):
        assert clock.today("Europe/Berlin") == date(2027, 1, 1)
        assert clock.today("America/Lima") == date(2026, 12, 31)


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"), clock.freeze(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
