from datetime import UTC, datetime
from itertools import pairwise

from lyceum.demo.tides import height_at, table, turns

START = datetime(2026, 3, 1, tzinfo=UTC)


def test_high_and_low_water_take_turns_about_four_times_a_day():
    told = list(turns(START, 28))
    assert 105 <= len(told) <= 110
    assert all(a.high != b.high for a, b in pairwise(told))


def test_springs_are_more_than_one_and_a_half_times_neaps():
    ranges = [abs(a.height - b.height) for a, b in pairwise(turns(START, 28))]
    assert max(ranges) > 1.5 * min(ranges)


def test_the_tide_never_falls_below_chart_datum():
    assert min(height_at(hour / 4) for hour in range(4 * 24 * 60)) > 0


def test_the_table_has_a_head_and_a_row_for_each_turn():
    rows = table(START, 2).splitlines()
    assert rows[0] == "date,time,water,height_m"
    assert all(row.count(",") == 3 for row in rows)
