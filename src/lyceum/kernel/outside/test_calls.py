import socket
import threading
import time

import pytest

from lyceum.kernel.outside import OutsideFailed, OutsideRefused, fetch

PUBLIC = "93.184.215.14"


class Server:
    """A server on loopback that answers each connection with the next prepared bytes."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.answers, self.requests = [], []
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self):
        while True:
            try:
                connection, _peer = self.socket.accept()
            except OSError:
                return
            with connection:
                self._talk(connection)

    def _talk(self, connection):
        request = b""
        while b"\r\n\r\n" not in request:
            part = connection.recv(65536)
            if not part:
                return
            request += part
        self.requests.append(request.decode("latin-1"))
        answer = self.answers.pop(0) if self.answers else b"HTTP/1.1 200 OK\r\n\r\nhello"
        try:
            for part in [answer] if isinstance(answer, bytes) else answer:
                connection.sendall(part)
        except OSError:
            return

    def redirects(self, location, status="302 Found"):
        head = f"HTTP/1.1 {status}\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
        self.answers.append(head.encode())

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()


@pytest.fixture
def server(settings):
    made = Server()
    settings.OUTSIDE_ALLOW = [f"school.example:{made.port}", f"other.example:{made.port}"]
    yield made
    made.close()


@pytest.fixture
def canary():
    """A loopback port whose backlog must stay empty."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening.getsockname()[1]
        with pytest.raises(BlockingIOError):
            listening.accept()


def to_loopback(host, port):
    return ["127.0.0.1"]


REFUSED = [
    "http://127.0.0.1:{port}/",
    "http://[::1]:{port}/",
    "http://169.254.169.254/latest",
    "http://0x7f.1:{port}/",
    "http://2130706433:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://0.0.0.0:{port}/",
    "http://localhost:{port}/",
    "http://0:{port}/",
    "http://[::]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "http:///x",
    "data:text/plain,x",
    "javascript:1",
    "http://",
    "http://1.1.1.1@127.0.0.1:{port}/",
    "http://user:pass@example.org/",
    "http://127.0.0.1:{port}\\@1.1.1.1/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://127。0。0。1:{port}/",
    "http://a..b/",
    "http://[fe80::1%25lo]:{port}/",
]


@pytest.mark.parametrize("url", REFUSED)
def test_security_51_private_addresses_and_odd_schemes_are_refused_unseen(url, canary):
    with pytest.raises((OutsideRefused, OutsideFailed)) as refused:
        fetch(url.replace("{port}", str(canary)), seconds=2)
    assert str(refused.value).endswith(".")


def test_security_51_a_name_that_leads_to_loopback_is_refused(canary):
    with pytest.raises(OutsideRefused, match="private address"):
        fetch(f"http://rebind.example:{canary}/", resolve=to_loopback)


def test_security_51_one_private_address_among_public_ones_refuses_the_host(canary):
    with pytest.raises(OutsideRefused):
        fetch(f"http://mixed.example:{canary}/", resolve=lambda *_: [PUBLIC, "127.0.0.1"])


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:{port}/", "http://[::1]:{port}/", "file:///x"]
)
def test_security_52_a_redirect_to_a_private_address_is_refused_unseen(target, server, canary):
    server.redirects(target.replace("{port}", str(canary)))
    with pytest.raises(OutsideRefused):
        fetch(f"http://school.example:{server.port}/", resolve=to_loopback)


def test_security_52_a_name_is_looked_up_once_and_what_was_checked_is_called(canary, monkeypatch):
    asked, reached = [], []

    def resolve(host, port):
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    def connect(address, timeout=None, source_address=None):
        reached.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(OutsideFailed):
        fetch(f"http://rebind.example:{canary}/", resolve=resolve)
    assert (asked, reached) == (["rebind.example"], [PUBLIC])


def test_security_53_secrets_stay_on_the_host_they_were_meant_for(server):
    server.redirects(f"http://other.example:{server.port}/next")
    secrets = {"Authorization": "Bearer s3", "Cookie": "a=b", "X-Kind": "kept"}
    fetch(f"http://school.example:{server.port}/", headers=secrets, resolve=to_loopback)
    first, second = (request.lower() for request in server.requests)
    assert "bearer s3" in first
    assert "a=b" in first
    assert "authorization" not in second
    assert "cookie" not in second
    assert "x-kind: kept" in second
    assert f"host: other.example:{server.port}" in second


def test_secrets_go_along_on_the_same_host(server):
    server.redirects("/next?a=1")
    url = f"http://school.example:{server.port}/"
    answer = fetch(url, headers={"Authorization": "Bearer s3"}, resolve=to_loopback)
    assert answer.content == b"hello"
    assert "GET /next?a=1 " in server.requests[1]
    assert "Bearer s3" in server.requests[1]


def test_a_post_that_is_redirected_by_303_becomes_a_get_without_its_content(server):
    server.redirects("/next", "303 See Other")
    url = f"http://school.example:{server.port}/"
    fetch(url, method="POST", content=b"marks", resolve=to_loopback)
    assert server.requests[1].startswith("GET /next")
    assert "content-length" not in server.requests[1].lower()


def test_more_than_three_redirects_fail(server):
    for _step in range(5):
        server.redirects("/again")
    with pytest.raises(OutsideFailed, match="three times"):
        fetch(f"http://school.example:{server.port}/", resolve=to_loopback)
    assert len(server.requests) == 4


def drip(first, part, pause=0.05, times=200):
    yield first
    for _step in range(times):
        time.sleep(pause)
        yield part


def test_security_54_an_endless_answer_is_cut_at_its_limit(server):
    server.answers.append(drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 60_000, pause=0, times=100_000))
    with pytest.raises(OutsideFailed, match="1000 kB"):
        fetch(f"http://school.example:{server.port}/", limit=1_000_000, resolve=to_loopback)


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-A: b"])
def test_security_54_a_slow_answer_is_cut_at_the_deadline(first, server):
    server.answers.append(drip(first, b"x"))
    start = time.perf_counter()
    with pytest.raises(OutsideFailed, match="within"):
        fetch(f"http://school.example:{server.port}/", seconds=0.5, resolve=to_loopback)
    assert time.perf_counter() - start < 0.9


def test_security_54_a_slow_look_up_is_cut_at_the_deadline():
    gate = threading.Event()
    with pytest.raises(OutsideFailed, match="in time"):
        fetch("http://slow.example/", seconds=0.2, resolve=lambda *_: gate.wait(5) and [])
    gate.set()


def test_packed_content_that_was_not_asked_for_is_not_unpacked(server):
    server.answers.append(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + b"\x1f\x8b" * 9)
    with pytest.raises(OutsideFailed, match="packed"):
        fetch(f"http://school.example:{server.port}/", resolve=to_loopback)


def test_a_status_of_any_kind_is_an_answer(server):
    server.answers.append(b"HTTP/1.1 404 Not Found\r\nX-Why: gone\r\nContent-Length: 4\r\n\r\nnone")
    answer = fetch(f"http://school.example:{server.port}/a?b=c", resolve=to_loopback)
    assert (answer.status, answer.content, answer.headers["x-why"]) == (404, b"none", "gone")
    assert server.requests[0].startswith("GET /a?b=c HTTP/1.1\r\n")


def test_a_private_server_can_be_allowed_for_one_call(server):
    assert fetch(f"http://127.0.0.1:{server.port}/", allow_private=True).status == 200


def test_a_broken_answer_is_a_failure_with_a_sentence(server):
    server.answers.append(b"SSH-2.0-OpenSSH\r\n\r\n")
    with pytest.raises(OutsideFailed, match="broke"):
        fetch(f"http://school.example:{server.port}/", resolve=to_loopback)


def test_proxies_of_the_environment_are_not_used(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert fetch(f"http://school.example:{server.port}/", resolve=to_loopback).status == 200
