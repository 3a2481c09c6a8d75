import os
import signal
import socket
import subprocess
import sys
import urllib.request
from threading import Event

import pytest

from lyceum.config.serving import serve
from lyceum.config.supervision import wait_until_up


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_taken_port_ends_in_one_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve(["--port", str(port)]) == 1
    assert f"Port {port} is taken" in capsys.readouterr().err


@pytest.mark.process
def test_web_and_worker_run_under_one_command_and_ctrl_c_ends_both(tmp_path):
    port = free_port()
    own = {"LYCEUM_HOME": str(tmp_path), "DATABASE_URL": "", "LYCEUM_WORKERS": "1"}
    environment = os.environ | own
    lyceum = [sys.executable, "-m", "lyceum.config"]
    subprocess.run([*lyceum, "migrate", "-v", "0"], env=environment, check=True)
    site = subprocess.Popen([*lyceum, "serve", "--port", str(port)], env=environment)
    try:
        assert wait_until_up("127.0.0.1", port, Event())
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            assert answer.status == 200
    finally:
        site.send_signal(signal.SIGINT)
        assert site.wait(timeout=30) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
