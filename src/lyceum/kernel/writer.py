"""Group commit: one writer per process for small writes that come often and must be on disk.

Each commit costs a flush to disk. Actions marked `@grouped` queue; the writer takes what is there,
runs each in a savepoint of one transaction, commits once, and answers them all. The caller sees a
plain function that returns when its data is durable, or raises what the action raised.
"""

import contextvars
import os
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import wraps
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from django.db import DatabaseError, close_old_connections, connection, transaction

MOST = 256
"""How many actions one transaction takes at most."""


@dataclass
class Ticket:
    """One action that waits, in the context of the request it came from."""

    work: Callable[[], Any]
    context: contextvars.Context = field(default_factory=contextvars.copy_context)
    answer: "Future[Any]" = field(default_factory=Future)

    def run(self) -> Any:
        with transaction.atomic():
            return self.context.run(self.work)


class Writer:
    """The thread that commits for everybody; it begins with the first action of its process."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Ticket] = SimpleQueue()
        self._lock = Lock()
        self._process = 0

    def write(self, work: Callable[[], Any]) -> Any:
        """Run `work` in the next transaction and return its value once it is committed."""
        self._begin()
        ticket = Ticket(work)
        self._queue.put(ticket)
        return ticket.answer.result()

    def _begin(self) -> None:
        with self._lock:
            if self._process != os.getpid():
                self._process = os.getpid()
                self._queue = SimpleQueue()
                Thread(target=self._serve, name="writer", daemon=True).start()

    def _serve(self) -> None:
        while True:
            tickets = [self._queue.get()]
            try:
                while len(tickets) < MOST:
                    tickets.append(self._queue.get_nowait())
            except Empty:
                pass
            close_old_connections()
            commit_together(tickets)
            close_old_connections()


def commit_together(tickets: list[Ticket]) -> None:
    """Run all in one transaction, then answer all; one that fails takes nothing from the others.

    Where the transaction itself fails (a deadlock, a full disk) each is tried once more alone, so
    that the one at fault is the one that hears of it.
    """
    outcomes: list[tuple[Any, BaseException | None]] = []
    try:
        with transaction.atomic(durable=True):
            outcomes = [_outcome(ticket) for ticket in tickets]
    except BaseException as error:
        if len(tickets) == 1 or not isinstance(error, DatabaseError):
            outcomes = [(None, error)] * len(tickets)
        else:
            for ticket in tickets:
                commit_together([ticket])
            return
    for ticket, (value, refusal) in zip(tickets, outcomes, strict=True):
        if refusal is None:
            ticket.answer.set_result(value)
        else:
            ticket.answer.set_exception(refusal)


def _outcome(ticket: Ticket) -> tuple[Any, BaseException | None]:
    try:
        return ticket.run(), None
    except DatabaseError:
        raise
    except Exception as refusal:
        return None, refusal


_writer = Writer()


def grouped[**P, T](action: Callable[P, T]) -> Callable[P, T]:
    """Make `action` one transaction that shares its commit with others waiting at the same time.

    Inside a transaction that is open already it simply runs there.
    """

    @wraps(action)
    def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        if connection.in_atomic_block:
            with transaction.atomic():
                return action(*args, **kwargs)
        answer: T = _writer.write(lambda: action(*args, **kwargs))
        return answer

    return inner
