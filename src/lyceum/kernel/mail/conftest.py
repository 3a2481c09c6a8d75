import socket

import pytest
from aiosmtpd.controller import Controller


class Postbox:
    """Handles mail as a real server would: keeps it, or refuses it."""

    def __init__(self):
        self.envelopes = []
        self.refuse_for_good = set()
        self.refuse_for_now = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse_for_good:
            return "550 No such mailbox"
        if address in self.refuse_for_now:
            return "450 Mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.envelopes.append(envelope)
        return "250 OK"


class Server:
    """An SMTP server on a loopback port of its own, which can go down and come up again."""

    def __init__(self):
        self.postbox = Postbox()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self._controller = None

    def up(self):
        self._controller = Controller(self.postbox, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def down(self):
        if self._controller:
            self._controller.stop()
            self._controller = None


@pytest.fixture
def mail_server(settings):
    server = Server()
    server.up()
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": server.port, "timeout": 5},
        }
    }
    yield server
    server.down()


@pytest.fixture
def templates(settings, tmp_path):
    """Write the two templates of a mail and return its name."""
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [tmp_path],
            "OPTIONS": {"builtins": ["django.templatetags.i18n"]},
        }
    ]

    def write(text, html=None):
        (tmp_path / "letter.txt").write_text(text)
        if html is not None:
            (tmp_path / "letter.html").write_text(html)
        return "letter"

    return write
