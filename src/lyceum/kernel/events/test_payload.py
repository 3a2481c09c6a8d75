from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyceum.kernel.events.event import Event
from lyceum.kernel.events.payload import NotPlain, pack, unpack


@dataclass(frozen=True, kw_only=True)
class EverythingTold(Event):
    """One field of every type that travels."""

    id: UUID
    at: datetime
    on: date
    mark: Decimal
    words: str
    count: int
    is_late: bool
    maybe: UUID | None = None
    ids: list[UUID] = ()
    marks: tuple[Decimal, ...] = ()


@given(
    st.builds(
        EverythingTold,
        id=st.uuids(),
        at=st.datetimes(timezones=st.just(UTC)),
        on=st.dates(),
        mark=st.decimals(allow_nan=False, allow_infinity=False),
        words=st.text(),
        count=st.integers(),
        is_late=st.booleans(),
        maybe=st.none() | st.uuids(),
        ids=st.lists(st.uuids()),
        marks=st.lists(st.decimals(allow_nan=False, allow_infinity=False)).map(tuple),
    )
)
def test_an_event_comes_back_as_it_went(event):
    assert unpack(EverythingTold, pack(event)) == event


def test_what_is_not_plain_is_refused_with_what_to_give_instead():
    @dataclass(frozen=True, kw_only=True)
    class ObjectTold(Event):
        thing: object

    with pytest.raises(NotPlain, match="Give it the id"):
        pack(ObjectTold(thing=object()))


def test_a_field_that_was_added_later_takes_its_default_and_one_that_went_is_left_out():
    @dataclass(frozen=True, kw_only=True)
    class Grown(Event):
        old: int
        new: str = "as before"

    assert unpack(Grown, '{"old": 1, "gone": true}') == Grown(old=1)
