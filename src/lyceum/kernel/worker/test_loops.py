import threading

import pytest

from lyceum.kernel.worker.loops import Loop

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def connections_stay_open(monkeypatch):
    monkeypatch.setattr("lyceum.kernel.worker.loops.connections.close_all", lambda: None)


def waits_of(results):
    """Return how long a loop waits after each result, failing where it is an exception."""
    left = iter(results)

    def work():
        result = next(left)
        if isinstance(result, Exception):
            raise result
        return result

    loop = Loop("test", work, threading.Event(), busy=0.05, idle=1)
    waits = []
    for _result in results:
        loop.turn()
        waits.append(loop._wait)
    return waits


def test_a_loop_is_quick_while_busy_and_slower_and_slower_while_idle():
    assert waits_of([3, 0, 0, 0, 0, 0, 0, 1]) == [0.05, 0.1, 0.2, 0.4, 0.8, 1, 1, 0.05]


def test_a_loop_outlives_failures_and_is_patient_with_them():
    assert waits_of([OSError(), OSError(), OSError(), 1]) == [1, 2, 4, 0.05]
    assert waits_of([OSError()] * 12)[-1] == 60


def test_a_loop_ends_when_it_is_told():
    stop = threading.Event()
    loop = Loop("test", lambda: stop.set(), stop)
    loop.start()
    loop.join(timeout=5)
    assert not loop.is_alive()
