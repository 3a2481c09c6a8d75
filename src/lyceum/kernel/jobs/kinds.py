"""What kinds of jobs there are: functions that register under a name."""

from collections.abc import Callable
from typing import Any

from lyceum.kernel.hooks import Hook

# A job's function: progress and its arguments by name in, its report or nothing out.
Work = Callable[..., dict[str, Any] | None]

KINDS: Hook[Work] = Hook(
    "job_kinds", "Adds a kind of long work that runs in the worker, with progress."
)


class UnknownKind(LookupError):
    """No function is registered for a kind of job."""


def job[W: Work](kind: str) -> Callable[[W], W]:
    """Register `function(progress, **arguments) -> report | None` in an app's `tasks.py`.

    All or nothing: slow work (reading, cleaning, asking servers) happens outside transactions, with
    `progress.step` between; then one short transaction writes, and ends with `progress.complete`.
    On SQLite nobody else can write while that transaction is open, not even the progress.
    """

    def register(function: W) -> W:
        KINDS.register(kind, function)
        return function

    return register


def work_of(kind: str) -> Work:
    """Return the function of a kind; raises `UnknownKind`."""
    found = KINDS.get(kind)
    if found is None:
        raise UnknownKind(f"No job is called “{kind}”. Is its app or plugin installed?")
    return found
