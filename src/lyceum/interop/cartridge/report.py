"""What became of each part of a package: the fidelity report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from lyceum.interop.cartridge.words import kind_name

FATES = ("imported", "approximated", "dropped")
LONGEST = 300


@dataclass(frozen=True)
class Line:
    """One part of the package. `kind` is a word such as "page", "file", "link" or "rule"."""

    what: str
    kind: str
    why: str = ""

    @property
    def label(self) -> str:
        """What people call the kind, in their language."""
        return kind_name(self.kind)


@dataclass(frozen=True)
class Report:
    """The lines by fate; a reader adds to it while it reads, then nobody does.

    What is kept whole but waits for its kind counts as approximated.
    """

    imported: list[Line] = field(default_factory=list)
    approximated: list[Line] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    _said: set[tuple[str, Line]] = field(default_factory=set, repr=False, compare=False)

    def add(self, fate: str, what: str, kind: str, why: str = "") -> None:
        """Note what became of `what`; fate is one of `FATES`. Saying the same twice is once."""
        line = Line(what[:LONGEST], kind, why[:LONGEST])
        if fate == "imported" or (fate, line) not in self._said:
            self._said.add((fate, line))
            getattr(self, fate).append(line)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many lines of each kind, by fate."""
        return {fate: dict(Counter(line.kind for line in getattr(self, fate))) for fate in FATES}

    def as_json(self) -> dict[str, Any]:
        lines = {fate: [asdict(line) for line in getattr(self, fate)] for fate in FATES}
        return {**lines, "counts": self.counts()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Report":
        imported, approximated, dropped = (
            [Line(**line) for line in data.get(fate, [])] for fate in FATES
        )
        return cls(imported, approximated, dropped)
