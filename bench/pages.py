"""`bench pages`: what each screen costs the server and the browser."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import processes
from bench.browser import paint_rows
from bench.report import Row
from bench.screens import Screen, screens_of
from bench.site import Server, seed, served
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

MANY = 8


def measure(home: Path, *, quick: bool) -> list[Row]:
    """Seed a site in `home`, serve it, and measure it from outside."""
    seeded = seed()
    screens = screens_of(seeded)
    rows = [row for screen in screens for row in _size_rows(screen)]
    connection.close()
    runs, count = (1, 16) if quick else (5, 100)
    with served(home) as server:
        for screen in screens:
            generate(server, screen, connections=MANY, count=24)
        rows += _cost_rows(server, screens, runs, count)
        rows += _memory_rows(server)
        rows += paint_rows(server, screens, runs=1 if quick else 3)
    return rows


def _size_rows(screen: Screen) -> list[Row]:
    """Count queries and bytes in this process, caches warm: no request in between can disturb."""
    send = screen.client.get if screen.body is None else _poster(screen)
    send(screen.path)
    # Inside a transaction the group-commit writer works here, too, where its queries are seen.
    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        answer = send(screen.path)
    if answer.status_code != 200:
        raise RuntimeError(f"{screen.name} answered {answer.status_code}.")
    queries = sum("SAVEPOINT" not in query["sql"] for query in captured)
    rows = [Row(f"{screen.name}: queries", queries, "", screen.queries)]
    if screen.body is None:
        sent = screen.client.get(screen.path, headers={"Accept-Encoding": "gzip"})
        raw = gzip.decompress(sent.content) if sent.has_header("Content-Encoding") else sent.content
        rows.append(Row(f"{screen.name}: HTML", _kb(len(raw)), "kB"))
        rows.append(Row(f"{screen.name}: HTML sent", _kb(len(sent.content)), "kB", screen.gzip_kb))
    return rows


def _poster(screen: Screen) -> Any:
    def send(path: str) -> Any:
        kind = "application/x-www-form-urlencoded"
        return screen.client.post(path, screen.body, content_type=kind)

    return send


def generate(server: Server, screen: Screen, *, connections: int, count: int) -> dict[str, Any]:
    """Let the other process ask, and return what it found with the server's CPU a request."""
    task = {
        "port": server.port,
        "connections": connections,
        "count": count,
        "request": {
            "method": screen.method,
            "path": screen.path,
            "body": screen.body,
            "headers": screen.headers(),
        },
    }
    before = processes.cpu_seconds(server.web)
    run = subprocess.run(
        [sys.executable, "-m", "bench.load"],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(run.stdout)
    if found["statuses"] != [200]:
        raise RuntimeError(f"{screen.name} answered {found['statuses']} under load.")
    found["cpu_ms"] = (processes.cpu_seconds(server.web) - before) * 1000 / len(found["ms"])
    return found


def _cost_rows(server: Server, screens: list[Screen], runs: int, count: int) -> list[Row]:
    """Measure in rounds over all screens, so that a noisy minute falls on each alike."""
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for _ in range(runs):
        for screen in screens:
            alone = generate(server, screen, connections=1, count=count)
            many = generate(server, screen, connections=MANY, count=2 * count)
            found.setdefault(screen.name, []).append((alone, many))
    rows = []
    for screen in screens:
        alone, many = zip(*found[screen.name], strict=True)
        cpu = median(run["cpu_ms"] for run in alone)
        rows.append(Row(f"{screen.name}: CPU", round(cpu, 2), "ms", screen.cpu_ms))
        for label, of in (("1", alone), (str(MANY), many)):
            for name, value in _latencies([ms for run in of for ms in run["ms"]]).items():
                rows.append(Row(f"{screen.name}: {name} at {label}", value, "ms"))
    spent = [run["cpu_s"] * 1000 / len(run["ms"]) for pairs in found.values() for run, _ in pairs]
    rows.append(Row("load generator, told apart: CPU a request", round(median(spent), 2), "ms"))
    return rows


def _latencies(ms: list[float]) -> dict[str, float]:
    cuts = quantiles(ms, n=20)
    return {"p50": round(cuts[9], 1), "p95": round(cuts[18], 1)}


def _memory_rows(server: Server) -> list[Row]:
    web = [processes.resident_mb(pid) for pid in server.web]
    worker = [processes.resident_mb(pid) for pid in server.worker]
    whole = processes.proportional_mb([server.leader, *server.web, *server.worker])
    return [
        Row("memory: largest web worker", round(max(web)), "MB", 120),
        Row("memory: worker", round(sum(worker)), "MB", 120),
        Row("memory: whole site", round(whole), "MB", 300),
    ]


def _kb(size: int) -> float:
    return round(size / 1000, 1)
