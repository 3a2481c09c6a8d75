import sys
import time

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
