"""What a bench found: rows with their budgets, beside the machine they were found on."""

import json
import os
import subprocess
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

LOOPS = 5
ROUNDS = 1_000_000
QUIET_SPREAD = 0.10


@dataclass(frozen=True)
class Row:
    """One figure. `budget` is the most it may be; None where the figure is only told."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def ok(self) -> bool:
        return self.budget is None or self.value <= self.budget


@dataclass
class Reference:
    """A loop of fixed work in plain Python: what a second is worth on this machine now."""

    seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        for _ in range(LOOPS):
            began, total = time.perf_counter(), 0
            for number in range(ROUNDS):
                total += number * number % 7
            self.seconds.append(time.perf_counter() - began)

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """How far the slowest run lies from the fastest, as a part of the median."""
        return (max(self.seconds) - min(self.seconds)) / self.median


def commit(root: Path = Path(__file__).parent) -> str:
    """Return the commit that is measured, marked where files differ from it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def as_json(bench: str, rows: list[Row], reference: Reference) -> str:
    """Return the one object that other programs read."""
    machine = {
        "cores": os.cpu_count(),
        "reference_loop_s": round(reference.median, 4),
    }
    found = {
        "bench": bench,
        "commit": commit(),
        "machine": machine,
        "rows": [{**asdict(row), "ok": row.ok} for row in rows],
        "within_budget": all(row.ok for row in rows),
    }
    return json.dumps(found, indent=1)


def as_table(rows: list[Row], reference: Reference) -> str:
    """Return the rows for people: what is over its budget is marked."""
    width = max(len(row.name) for row in rows)
    lines = [f"{'':<{width}}  {'value':>9} {'':<4} {'budget':>8}"]
    for row in rows:
        budget = "" if row.budget is None else f"{row.budget:g}"
        mark = "" if row.ok else "  over"
        lines.append(f"{row.name:<{width}}  {row.value:>9g} {row.unit:<4} {budget:>8}{mark}")
    over = sum(not row.ok for row in rows)
    lines.append(f"\n{len(rows)} figures, {over} over budget; commit {commit()}.")
    lines.append(f"Reference loop {reference.median * 1000:.0f} ms on {os.cpu_count()} cores.")
    return "\n".join(lines)


def noise(reference: Reference) -> str:
    """Say how far the figures can be believed."""
    level = "quiet" if reference.spread <= QUIET_SPREAD else "noisy: believe medians, and repeat"
    return f"The reference loop varied by {reference.spread:.0%} before and after ({level})."
