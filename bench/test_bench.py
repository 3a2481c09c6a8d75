"""What a bench prints has the shape that other programs read."""

import json
import os
import subprocess
import sys

from bench.processes import cpu_seconds, family, proportional_mb, resident_mb
from bench.report import Reference, Row, as_json, as_table, noise
from bench.screens import Screen, screens_of
from bench.site import Seeded

from lyceum.demo.scale import make_course

ROWS = [Row("home: CPU", 3.2, "ms", 4), Row("home: p50 at 1", 12.0, "ms")]
QUIET = Reference([0.070, 0.071, 0.072])


def test_json_is_one_object_of_the_promised_shape():
    found = json.loads(as_json("pages", ROWS, QUIET))
    assert set(found) == {"bench", "commit", "machine", "rows", "within_budget"}
    assert set(found["machine"]) == {"cores", "reference_loop_s"}
    assert found["machine"]["reference_loop_s"] == 0.071
    assert found["rows"] == [
        {"name": "home: CPU", "value": 3.2, "unit": "ms", "budget": 4, "ok": True},
        {"name": "home: p50 at 1", "value": 12.0, "unit": "ms", "budget": None, "ok": True},
    ]


def test_one_figure_over_its_budget_is_said_of_the_whole():
    found = json.loads(as_json("pages", [*ROWS, Row("course: CPU", 4.1, "ms", 4)], QUIET))
    assert not found["within_budget"]
    assert not found["rows"][-1]["ok"]


def test_the_table_marks_what_is_over_its_budget():
    table = as_table([*ROWS, Row("course: CPU", 4.1, "ms", 4)], QUIET).splitlines()
    assert table[3].endswith("over")
    assert "1 over budget" in table[5]


def test_a_loop_that_varies_is_called_noisy():
    assert "quiet" in noise(QUIET)
    assert "noisy" in noise(Reference([0.07, 0.09]))


def test_a_process_is_found_with_its_cpu_and_memory():
    me = os.getpid()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {me, child.pid} <= set(family(me))
        child.communicate()
    assert cpu_seconds([me]) > 0
    assert resident_mb(me) >= proportional_mb([me]) > 0


def test_every_screen_says_who_asks_and_what_it_may_cost(cast):
    small = make_course(items=42, learners=1, by=cast.kofi)
    screens = screens_of(Seeded(cast.kofi, cast.amina, small, small, small))
    assert all(isinstance(screen, Screen) and screen.cpu_ms for screen in screens)
    assert {"home, learner", "player", "people, 1,000 learners"} <= {s.name for s in screens}
    sent = screens[-1].headers()
    assert sent["X-CSRFToken"] in sent["Cookie"]
