"""The load generator: a process of its own, so that its CPU is told apart from the server's.

Reads one JSON object on standard input, asks the server at 127.0.0.1, and writes what it found.
"""

import http.client
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def ask(port: int, wanted: dict[str, Any], times: int) -> list[tuple[float, int, int]]:
    """Ask `times` over one connection; return milliseconds, status and bytes of each answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found = []
    for _ in range(times):
        began = time.perf_counter()
        connection.request(
            wanted["method"], wanted["path"], body=wanted["body"], headers=wanted["headers"]
        )
        answer = connection.getresponse()
        size = len(answer.read())
        found.append(((time.perf_counter() - began) * 1000, answer.status, size))
    connection.close()
    return found


def main() -> None:
    task = json.load(sys.stdin)
    connections = task["connections"]
    times = -(-task["count"] // connections)
    with ThreadPoolExecutor(connections) as threads:
        runs = [
            threads.submit(ask, task["port"], task["request"], times) for _ in range(connections)
        ]
    answers = [answer for run in runs for answer in run.result()]
    found = {
        "ms": [ms for ms, _status, _size in answers],
        "statuses": sorted({status for _ms, status, _size in answers}),
        "bytes": answers[0][2],
        "cpu_s": time.process_time(),
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
