"""Questions as plain data: what importers make, exporters take, and banks are filled from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

State = Literal["imported", "approximated", "dropped"]


@dataclass(frozen=True)
class FileData:
    """A file that a question's HTML names as `file:NAME`. `read` is called once it is wanted."""

    name: str
    read: Callable[[], bytes]
    media_type: str = ""


@dataclass(frozen=True)
class Hint:
    """Words that help, and the part of the mark (0 to 1) that asking for them costs."""

    text: str
    penalty: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class QuestionData:
    """One question. `text`, `feedback` and hints are HTML; `content` is as its kind describes it.

    Numbers in `content` that must stay exact are strings, so that it can be kept as JSON.
    """

    kind: str
    title: str
    text: str
    content: Mapping[str, Any]
    mark: Decimal = Decimal(1)
    feedback: str = ""
    hints: tuple[Hint, ...] = ()
    tags: tuple[str, ...] = ()
    folder: tuple[str, ...] = ()
    source_id: str = ""
    files: Mapping[str, FileData] = field(default_factory=dict)


@dataclass(frozen=True)
class Fidelity:
    """What became of one question, or of one part of it, and why."""

    where: str
    title: str
    state: State
    why: str = ""
