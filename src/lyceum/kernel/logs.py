"""Logs: a JSON object a line on standard error, with the request, tenant and person of it."""

import logging
import logging.config
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog
from django.db import connection
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars
from structlog.types import EventDict, Processor

from lyceum.kernel import tenancy

SECRET_WORDS = ("password", "secret", "token", "cookie", "authorization", "session_key")
SECRET_ARGUMENTS = ("token", "key", "uidb36", "code", "signature")
QUIET_PATHS = ("/static/", "/healthz", "/readyz")
HIDDEN = "…"
log = structlog.get_logger("lyceum.request")


def configure(*, debug: bool = False, level: str = "INFO") -> None:
    """Send every log line of the process, ours and libraries', through one formatter."""
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    logging.config.dictConfig(configuration(debug=debug, level=level))


def configuration(*, debug: bool, level: str) -> dict[str, Any]:
    """Return the configuration in the words of `logging.config`."""
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": _shared(),
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_last(debug)],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": formatter},
        "handlers": {"stderr": {"()": StandardError, "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # The request line below says it already, without what a path may hold.
            "django.request": {"level": "ERROR"},
            "django.security.csrf": {"level": "ERROR"},
            "django.db.backends": {"level": "INFO"},
            "django_tasks_db": {"level": "WARNING"},
            "httpx": {"level": "WARNING"},
            "asyncio": {"level": "WARNING"},
        },
    }


class StandardError(logging.Handler):
    """Writes to what is standard error now: tests and servers put another in its place."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except Exception:
            self.handleError(record)


def reference() -> str:
    """Return what a person can quote to have this request or job found in the logs."""
    known = get_contextvars()
    return str(known.get("request_id") or known.get("job_id") or "")


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        _add_tenant,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        _hide_secrets,
    ]


def _last(debug: bool) -> list[Processor]:
    if debug:
        return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(default=str)]


def _add_tenant(_logger: object, _method: str, event: EventDict) -> EventDict:
    with suppress(tenancy.NoTenant):
        event.setdefault("tenant", str(tenancy.current()))
    return event


def _hide_secrets(_logger: object, _method: str, event: EventDict) -> EventDict:
    for name in event:
        if any(word in name.lower() for word in SECRET_WORDS):
            event[name] = HIDDEN
    return event


class _Counter:
    """Counts the queries of one request."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.count += 1
        return execute(*arguments)


class RequestLogMiddleware:
    """Writes one line per request, and gives it an id that the answer carries as `X-Request-Id`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        clear_contextvars()
        request_id = secrets.token_hex(6)
        request.request_id = request_id  # type: ignore[attr-defined]
        bind_contextvars(request_id=request_id)
        counter, began = _Counter(), time.perf_counter()
        with connection.execute_wrapper(counter):
            response = self.get_response(request)
        response.headers["X-Request-Id"] = request_id
        _write_line(request, response, (time.perf_counter() - began) * 1000, counter.count)
        return response


def _write_line(request: HttpRequest, response: HttpResponse, ms: float, queries: int) -> None:
    status = response.status_code
    write = log.error if status >= 500 else log.info
    if status < 400 and request.path.startswith(QUIET_PATHS):
        write = log.debug
    about = {
        name: str(value.pk)
        for name in ("institution", "person")
        if (value := getattr(request, name, None)) is not None
    }
    write(
        "request",
        method=request.method,
        path=safe_path(request),
        status=status,
        ms=round(ms, 1),
        queries=queries,
        **about,
    )


def safe_path(request: HttpRequest) -> str:
    """Return the path without query string, and without the secrets that some routes carry."""
    path, match = request.path, request.resolver_match
    for name, value in (match.kwargs if match else {}).items():
        if any(word in name for word in SECRET_ARGUMENTS):
            path = path.replace(str(value), HIDDEN)
    return path
