"""CPU and memory of processes, as Linux tells them in /proc."""

import os
from pathlib import Path

PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK")


def family(leader: int) -> list[int]:
    """Return the process and all that it started, directly and by others."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (parent := _stat(int(entry.name), 1)):
            children.setdefault(parent, []).append(int(entry.name))
    found = [leader]
    for pid in found:
        found += children.get(pid, [])
    return found


def cpu_seconds(pids: list[int]) -> float:
    """Return the CPU these processes have used so far, their own and the kernel's for them."""
    return sum(_stat(pid, 11) + _stat(pid, 12) for pid in pids) / TICK


def resident_mb(pid: int) -> float:
    """Return what the process holds in memory; pages shared with others count in full."""
    return _kept_kb(pid, "Rss:") / 1024


def proportional_mb(pids: list[int]) -> float:
    """Return what these processes hold together; pages they share with others count once."""
    return sum(_kept_kb(pid, "Pss:") for pid in pids) / 1024


def _kept_kb(pid: int, name: str) -> int:
    for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    return 0


def command(pid: int) -> str:
    return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def _stat(pid: int, place: int) -> int:
    """Return one field of /proc/PID/stat, counted from the state, which follows the name."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return 0
    return int(text.rpartition(")")[2].split()[place])
