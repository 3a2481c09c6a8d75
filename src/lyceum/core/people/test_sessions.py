from datetime import timedelta

import pytest

from lyceum.core.people.sessions import SessionStore
from lyceum.kernel import clock

pytestmark = pytest.mark.django_db


def test_a_session_is_found_until_it_ends():
    made = SessionStore()
    made["seat"] = "window"
    made.save()
    assert SessionStore(made.session_key)["seat"] == "window"
    with clock.freeze(clock.now() + timedelta(days=15)):
        late = SessionStore(made.session_key)
        assert "seat" not in late
        assert late.session_key is None


def test_a_key_that_nobody_was_given_is_not_taken_up():
    guessed = SessionStore("0" * 32)
    assert dict(guessed.items()) == {}
    assert guessed.session_key is None


def test_a_key_that_no_database_could_hold_is_not_asked_for():
    assert dict(SessionStore("a\0b" * 10).items()) == {}
