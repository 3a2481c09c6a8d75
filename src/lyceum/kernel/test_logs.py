import json
import logging
from types import SimpleNamespace

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory

from lyceum.kernel import logs, tenancy
from lyceum.kernel.ids import uuid7


@pytest.fixture
def lines(capsys):
    """Configure logging as in production and read back what it writes, as objects."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    logs.configure(level="INFO")
    yield lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    root.handlers[:], root.level = before, level
    structlog.contextvars.clear_contextvars()


def ask(path, view, **extra):
    request = RequestFactory().get(path)
    for name, value in extra.items():
        setattr(request, name, value)
    return logs.RequestLogMiddleware(view)(request)


def test_a_request_is_one_line_without_its_query_string(lines):
    response = ask("/catalogue/?token=s3cret&q=tides", lambda request: HttpResponse(status=404))
    (line,) = lines()
    assert (line["event"], line["method"], line["path"]) == ("request", "GET", "/catalogue/")
    assert (line["status"], line["queries"], line["level"]) == (404, 0, "info")
    assert line["ms"] >= 0
    assert line["request_id"] == response["X-Request-Id"]
    assert "s3cret" not in json.dumps(line)


def test_the_line_names_institution_and_person(lines):
    harbour, amina = uuid7(), uuid7()
    ask(
        "/",
        lambda request: HttpResponse(),
        institution=SimpleNamespace(pk=harbour),
        person=SimpleNamespace(pk=amina),
    )
    (line,) = lines()
    assert (line["institution"], line["person"]) == (str(harbour), str(amina))


def test_secrets_that_routes_carry_are_hidden(lines):
    def view(request):
        request.resolver_match = SimpleNamespace(kwargs={"token": "s3cret", "course_id": "7"})
        return HttpResponse()

    ask("/invitation/s3cret/7/", view)
    assert [line["path"] for line in lines()] == ["/invitation/…/7/"]


def test_static_files_and_probes_are_quiet_while_they_work(lines):
    ask("/healthz", lambda request: HttpResponse())
    ask("/static/app.css", lambda request: HttpResponse())
    assert lines() == []
    ask("/healthz", lambda request: HttpResponse(status=503))
    assert [line["level"] for line in lines()] == ["error"]


def test_lines_of_a_request_share_its_id_and_know_their_tenant(lines):
    harbour = uuid7()

    def view(request):
        with tenancy.using(harbour):
            logging.getLogger("some.library").warning("low on %s", "ink")
        assert logs.reference()
        return HttpResponse()

    ask("/", view)
    warning, request = lines()
    assert (warning["event"], warning["logger"]) == ("low on ink", "some.library")
    assert (warning["tenant"], warning["request_id"]) == (str(harbour), request["request_id"])


def test_passwords_and_tokens_never_reach_the_log(lines):
    structlog.get_logger("x").warning("login", password="hunter2", api_token="abc", user="amina")
    (line,) = lines()
    assert (line["password"], line["api_token"], line["user"]) == ("…", "…", "amina")


def test_what_people_wrote_cannot_forge_a_line(lines):
    structlog.get_logger("x").warning("name", name='x"}\n{"event": "forged')
    assert len(lines()) == 1


def test_errors_come_with_their_story(lines):
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        structlog.get_logger("x").exception("failed")
    (line,) = lines()
    assert "ZeroDivisionError" in line["exception"]


@pytest.mark.django_db
def test_queries_are_counted(lines, db):
    def view(request):
        from_database()
        return HttpResponse()

    ask("/", view)
    assert lines()[0]["queries"] == 1


def from_database():
    with logs.connection.cursor() as cursor:
        cursor.execute("SELECT 1")
