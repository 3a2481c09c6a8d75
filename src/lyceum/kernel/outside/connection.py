"""A connection to the very address that was checked, with one deadline for everything on it."""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import httpcore
import httpx
from django.utils.translation import gettext as _

from lyceum.kernel.outside.addresses import Resolve, checked_addresses

RESOLVERS = ThreadPoolExecutor(4, thread_name_prefix="resolve")


class OutsideFailed(RuntimeError):
    """The call was made, or tried, and gave no usable answer."""


class Deadline:
    """The moment after which a call ends, whatever it is doing."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Return the seconds left; raises `OutsideFailed` when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise OutsideFailed(
                _("The other server did not answer within %(seconds)d seconds.")
                % {"seconds": self.seconds}
            )
        return left


class _TimedStream(httpcore.NetworkStream):
    """A network stream each of whose waits ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedNetwork(httpcore.NetworkBackend):
    """Resolves once, checks, and connects to what it checked: a second look-up never happens."""

    def __init__(self, deadline: Deadline, resolve: Resolve, *, private: bool) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers, all of them checked."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, self._deadline.left())
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise OutsideFailed(_("“%(host)s” cannot be reached.") % {"host": host}) from failure

    def _addresses(self, host: str, port: int) -> list[str]:
        waiting = RESOLVERS.submit(self._resolve, host, port)
        try:
            found = waiting.result(timeout=self._deadline.left())
        except TimeoutError as error:
            waiting.cancel()
            raise OutsideFailed(_("“%(host)s” was not found in time.") % {"host": host}) from error
        except (OSError, UnicodeError) as error:
            raise OutsideFailed(_("“%(host)s” was not found.") % {"host": host}) from error
        return found if self._private else checked_addresses(host, found)


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


class CheckedTransport(httpx.BaseTransport):
    """httpx over `CheckedNetwork`: no proxy, no reuse; host and SNI stay the names asked for."""

    def __init__(self, network: CheckedNetwork) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(), network_backend=network, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        response = self._pool.handle_request(
            httpcore.Request(
                request.method, target, headers=request.headers.raw, content=request.read()
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self._pool.close()
