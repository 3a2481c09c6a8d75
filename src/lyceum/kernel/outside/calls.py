"""`fetch`: one call outside, with redirects, within limits of address, time and size."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from lyceum.kernel.outside.addresses import (
    OutsideRefused,
    Resolve,
    refuse_odd_host,
    resolve_by_system,
)
from lyceum.kernel.outside.connection import (
    CheckedNetwork,
    CheckedTransport,
    Deadline,
    OutsideFailed,
)

log = logging.getLogger(__name__)

MAX_REDIRECTS = 3
REDIRECTS = {301, 302, 303, 307, 308}
SECRETS = {"authorization", "cookie", "proxy-authorization"}
OWN_HEADERS = {"user-agent": "Lyceum", "accept": "*/*", "accept-encoding": "identity"}


@dataclass(frozen=True)
class Answer:
    """What the other server said. `headers` has lower-case names; `url` is the last one asked."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str


@dataclass(frozen=True)
class _Limits:
    deadline: Deadline
    size: int
    private: bool
    resolve: Resolve


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    limit: int = 5_000_000,
    seconds: float = 10,
    allow_private: bool = False,
    resolve: Resolve = resolve_by_system,
) -> Answer:
    """Call `url` and return the whole answer, whatever its status.

    Raises `OutsideRefused` where the address is not one that calls may reach, before anything is
    sent; `OutsideFailed` where nothing usable came back in `seconds` and `limit` bytes.
    """
    limits = _Limits(Deadline(seconds), limit, allow_private, resolve)
    request = httpx.Request(method, _checked(url), headers=_merged(headers), content=content)
    for _step in range(MAX_REDIRECTS + 1):
        answer = _call(request, limits)
        log.info("outside call %s %s %d", request.method, request.url.host, answer.status)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return answer
        request = _redirected(request, answer)
    raise OutsideFailed(_("The other server redirected more than three times."))


def _merged(headers: Mapping[str, str] | None) -> dict[str, str]:
    return OWN_HEADERS | {name.lower(): value for name, value in (headers or {}).items()}


def _checked(url: str) -> httpx.URL:
    """Return `url` parsed; raises `OutsideRefused` for all but plain http and https."""
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise OutsideRefused(_("“%(url)s” is not a web address.") % {"url": url[:200]}) from error
    if parsed.scheme not in {"http", "https"} or not host:
        raise OutsideRefused(_("Only http and https addresses can be called."))
    if parsed.userinfo:
        raise OutsideRefused(_("An address with a user name in it is not called."))
    refuse_odd_host(host)
    return parsed.copy_with(fragment=None)


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _call(request: httpx.Request, limits: _Limits) -> Answer:
    named = f"{request.url.host}:{_port(request.url)}" in settings.OUTSIDE_ALLOW
    network = CheckedNetwork(limits.deadline, limits.resolve, private=limits.private or named)
    try:
        with CheckedTransport(network) as transport:
            response = transport.handle_request(request)
            try:
                return _answer(request, response, limits)
            finally:
                response.close()
    except httpcore.TimeoutException as error:
        message = _("The other server did not answer within %(seconds)d seconds.")
        raise OutsideFailed(message % {"seconds": limits.deadline.seconds}) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        message = _("The connection to “%(host)s” broke.")
        raise OutsideFailed(message % {"host": request.url.host}) from error


def _answer(request: httpx.Request, response: httpx.Response, limits: _Limits) -> Answer:
    kept = bytearray()
    if response.headers.get("content-encoding", "identity") != "identity":
        raise OutsideFailed(_("The other server sent packed content that was not asked for."))
    for chunk in response.iter_raw():
        limits.deadline.left()
        kept += chunk
        if len(kept) > limits.size:
            message = _("The other server sent more than %(kb)d kB.")
            raise OutsideFailed(message % {"kb": limits.size // 1000})
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, bytes(kept), str(request.url))


def _redirected(request: httpx.Request, answer: Answer) -> httpx.Request:
    """Return the request that the redirect asks for, without secrets on another origin."""
    try:
        url = _checked(str(request.url.join(answer.headers["location"])))
    except httpx.InvalidURL as error:
        raise OutsideFailed(_("The other server redirected to no address.")) from error
    headers = {name: value for name, value in request.headers.items() if name != "host"}
    if (url.scheme, url.host, _port(url)) != (
        request.url.scheme,
        request.url.host,
        _port(request.url),
    ):
        headers = {name: value for name, value in headers.items() if name not in SECRETS}
    to_get = answer.status == 303 or (answer.status in {301, 302} and request.method == "POST")
    if not to_get or request.method == "HEAD":
        return httpx.Request(request.method, url, headers=headers, content=request.read())
    plain = {name: value for name, value in headers.items() if not name.startswith("content-")}
    return httpx.Request("GET", url, headers=plain)
