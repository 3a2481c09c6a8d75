import sys
import time
from pathlib import Path

import pytest

from lyceum.config.supervision import Supervisor

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def supervisor():
    made = Supervisor({"web": FOREVER, "worker": FOREVER})
    made.start()
    yield made
    made.end()


def test_a_died_process_is_started_again_after_a_pause(supervisor):
    first = supervisor.running["worker"]
    first.kill()
    first.wait()
    now = time.monotonic()
    supervisor.mend(now)
    assert supervisor.running["worker"] is first
    supervisor.mend(now + 1)
    assert supervisor.running["worker"].pid != first.pid
    assert supervisor.running["worker"].poll() is None


def test_all_processes_end_together(supervisor):
    supervisor.end()
    assert all(process.poll() is not None for process in supervisor.running.values())


def test_what_a_child_left_behind_ends_too(tmp_path):
    note = tmp_path / "grandchild"
    orphaning = (
        "import subprocess, sys, time\n"
        "one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(one.pid))\n"
        "time.sleep(600)\n"
    )
    supervisor = Supervisor({"web": [sys.executable, "-c", orphaning]})
    supervisor.start()
    while not note.exists() or not note.read_text():
        time.sleep(0.01)
    supervisor.end()
    grandchild = Path("/proc") / note.read_text() / "stat"
    for _ in range(200):
        if not grandchild.exists() or grandchild.read_text().split()[2] == "Z":
            break
        time.sleep(0.01)
    assert not grandchild.exists() or grandchild.read_text().split()[2] == "Z"
