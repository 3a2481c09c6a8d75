"""A site of one page with the editor, under the real policy, whose server can fail at will."""

import json
import re
import secrets
from dataclasses import dataclass, field
from email import message_from_bytes
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl

from django.template import Context, Engine

WEB = Path(__file__).resolve().parent.parent / "src/lyceum/web"
BUILT = WEB / "ui/built"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; "
    "style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; "
    "frame-ancestors 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"
)
PAGE = """<!doctype html>
<html lang="{{ language }}" dir="{{ direction }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Edit a page</title>
<link rel="stylesheet" href="/static/app.css"><link rel="stylesheet" href="/static/editor.css">
<script type="module" src="/static/editor.js" nonce="{{ nonce }}"></script></head>
<body><main class="page"><h1>How tides work</h1>
<form method="post" action="/publish"><input type="hidden" name="csrfmiddlewaretoken" value="tok">
{% include "ui/components/editor.html" %}
<button class="btn">Publish</button>
<button class="link" name="discard" value="1" formnovalidate>Discard</button>
</form></main></body></html>"""


class QuietServer(ThreadingHTTPServer):
    """A browser that closes in the middle of an answer is no failure."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@dataclass
class EditorSite:
    """What the server holds and does next: `answers` are the statuses of the next drafts."""

    body: str = ""
    revision: str = "1"
    language: str = "en"
    direction: str = "ltr"
    answers: list[int] = field(default_factory=list)
    conflict: dict[str, str] = field(default_factory=dict)
    given_conflict: dict[str, str] = field(default_factory=dict)
    drafts: list[dict[str, str]] = field(default_factory=list)
    published: list[dict[str, str]] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    @cached_property
    def server(self) -> ThreadingHTTPServer:
        handler = type("Handler", (EditorHandler,), {"site": self})
        return QuietServer(("127.0.0.1", 0), handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"

    def start(self) -> None:
        Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def page(self, nonce: str) -> str:
        engine = Engine(
            dirs=[str(WEB)],
            libraries={"i18n": "django.templatetags.i18n"},
            builtins=["django.templatetags.i18n"],
        )
        values = {
            "body": self.body,
            "revision": self.revision,
            "upload_url": "/upload",
            "draft_url": "/draft",
            "copy_key": "page-1:kofi",
            "conflict": self.given_conflict,
            "language": self.language,
            "direction": self.direction,
            "nonce": nonce,
        }
        return engine.from_string(PAGE).render(Context(values))


def form_fields(content_type: str, raw: bytes) -> dict[str, str]:
    """The fields of a multipart form; a file gives its name."""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + raw)
    fields = {}
    for part in message.get_payload():
        disposition = part["Content-Disposition"]
        name = re.search(r'\bname="([^"]*)"', disposition)[1]
        text = part.get_payload(decode=True).decode("utf-8", "replace")
        fields[name] = part.get_filename() or text.replace("\r\n", "\n")
    return fields


class EditorHandler(BaseHTTPRequestHandler):
    site: EditorSite

    def log_message(self, *parts: object) -> None:
        """Keep the tests quiet."""

    def answer(self, status: int, kind: str, content: bytes, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(content)

    def json(self, status: int, value: object) -> None:
        self.answer(status, "application/json", json.dumps(value).encode())

    def do_GET(self) -> None:
        static = BUILT / self.path.removeprefix("/static/")
        if self.path == "/":
            nonce = secrets.token_urlsafe(16)
            content = self.site.page(nonce).encode()
            self.answer(200, "text/html; charset=utf-8", content, POLICY.format(nonce=nonce))
        elif self.path.startswith("/files/"):
            self.answer(200, "image/png", PIXEL)
        elif self.path.startswith("/static/") and static.is_file():
            self.answer(200, TYPES.get(static.suffix, "text/plain"), static.read_bytes())
        else:
            self.answer(404, "text/plain", b"")

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.site.tokens.append(self.headers.get("X-CSRFToken", ""))
        if self.path == "/publish":
            self.publish(raw)
            return
        fields = form_fields(self.headers["Content-Type"], raw)
        if self.path == "/upload":
            self.site.uploads.append(fields["file"])
            name = fields["file"]
            size = {"width": 640, "height": 360} if name.endswith(".png") else {}
            self.json(200, {"url": f"/files/{name}", "name": name, **size})
            return
        status = self.site.answers.pop(0) if self.site.answers else 200
        if status == 200:
            self.site.drafts.append(fields)
            self.json(200, {"saved_at": "2031-05-04T12:04:00+00:00"})
        else:
            self.json(status, self.site.conflict if status == 409 else {})

    def publish(self, raw: bytes) -> None:
        from_form = dict(parse_qsl(raw.decode(), keep_blank_values=True))
        self.site.published.append(from_form)
        if "discard" not in from_form:
            self.site.body = from_form["body"].replace("\r\n", "\n")
        self.send_response(303)
        self.send_header("Location", "/")
        self.end_headers()
