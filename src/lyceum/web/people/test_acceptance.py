import email
import re
import socket
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.urls import reverse

from lyceum.core.enrolment import actions as enrolment
from lyceum.core.people import actions
from lyceum.core.people.models import Person, User
from lyceum.kernel.mail import send_pending

ACCEPTANCE, HOME = reverse("people:acceptance"), reverse("home:home")
ZOE = {"name": "Zoe Marsh", "password": "tide-pools-at-noon"}


@pytest.fixture
def invite(cast):
    def invited(address, **more):
        return actions.invite_person(
            address, by=cast.ruth, link="http://x.test/TOKEN", **more
        ).token

    return invited


def arrive(client, token):
    return client.get(reverse("people:invitation", args=[token]), follow=True)


class Letters(Message):
    """Keeps what a mail server was given."""

    def __init__(self):
        super().__init__()
        self.kept = []

    def handle_message(self, message):
        self.kept.append(email.message_from_bytes(message.as_bytes(), policy=default))


@pytest.fixture
def letters(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    handler = Letters()
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    options = {"host": "127.0.0.1", "port": port}
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    yield handler.kept
    server.stop()


def test_an_invitation_goes_by_a_real_mail_server_and_ends_in_a_person(cast, sign_in, letters):
    told = {"email": "zoe@example.org", "name": "Zoe", "role": "teacher"}
    sign_in(cast.ruth).post(reverse("admin:invitations"), told)
    assert send_pending() == 1
    [letter] = letters
    assert (letter["to"], "Harbour College" in letter["subject"]) == ("zoe@example.org", True)
    text = letter.get_body(("plain",)).get_content()
    [path] = re.findall(r"http://harbour\.test(\S+)", text)
    assert path in letter.get_body(("html",)).get_content()
    client = sign_in(None)
    page = client.get(path, follow=True)
    assert b"Ruth Okafor invites you" in page.content
    assert b'value="zoe@example.org"' in page.content
    response = client.post(ACCEPTANCE, ZOE)
    assert (response.status_code, response["Location"]) == (303, HOME)
    zoe = Person.objects.get(user__email="zoe@example.org")
    assert (zoe.name, zoe.role) == ("Zoe Marsh", "teacher")
    assert b"Zoe Marsh" in client.get(HOME).content
    assert client.get(path).status_code == 404
    later = sign_in(None)
    sign = {"login": "zoe@example.org", "password": ZOE["password"]}
    assert later.post(reverse("account_login"), sign)["Location"] == HOME


def test_who_has_an_account_signs_in_and_accepts(cast, sign_in, invite):
    client = sign_in(None)
    page = arrive(client, invite("olga@northgate.test"))
    assert b"Sign in and accept" in page.content
    sign = {"login": "olga@northgate.test", "password": "harbour-lights-1848", "next": ACCEPTANCE}
    assert client.post(reverse("account_login"), sign)["Location"] == ACCEPTANCE
    assert b"olga@northgate.test" in client.get(ACCEPTANCE).content
    assert client.post(ACCEPTANCE)["Location"] == HOME
    assert Person.objects.filter(user=cast.olga.user).count() == 1


def test_nobody_takes_over_an_account_by_an_invitation(cast, sign_in, invite):
    client = sign_in(None)
    arrive(client, invite("olga@northgate.test"))
    assert client.post(ACCEPTANCE, ZOE).status_code == 200
    assert cast.olga.user.check_password("harbour-lights-1848")
    assert not Person.objects.filter(user=cast.olga.user).exists()


def test_an_invitation_into_a_course_leads_into_the_course(cast, sign_in):
    told = {"by": cast.kofi, "link": "http://x.test/TOKEN"}
    invited = enrolment.invite_to_course(cast.course, "zoe@example.org", "learner", **told)
    client = sign_in(None)
    assert b"Oceans and coasts" in arrive(client, invited.token).content
    response = client.post(ACCEPTANCE, ZOE)
    assert response["Location"] == reverse("course:outline", args=[cast.course.pk])
    assert client.get(response["Location"]).status_code == 200


def test_an_invitation_gives_nobody_here_another_role(cast, sign_in, invite):
    client = sign_in(cast.amina)
    arrive(client, invite("boss@example.org", role="administrator"))
    client.post(ACCEPTANCE)
    cast.amina.refresh_from_db()
    assert cast.amina.role == "member"


def test_a_weak_password_is_refused_and_the_invitation_stays_open(cast, sign_in, invite):
    client = sign_in(None)
    arrive(client, invite("zoe@example.org"))
    response = client.post(ACCEPTANCE, ZOE | {"password": "password"})
    assert response.status_code == 422
    assert b'value="Zoe Marsh"' in response.content
    assert not User.objects.filter(email="zoe@example.org").exists()
    assert client.post(ACCEPTANCE, ZOE).status_code == 303


def test_accepting_twice_is_accepting_once(cast, sign_in, invite):
    client = sign_in(None)
    arrive(client, invite("zoe@example.org"))
    assert client.post(ACCEPTANCE, ZOE).status_code == 303
    assert client.post(ACCEPTANCE, ZOE).status_code == 404
    assert Person.objects.filter(user__email="zoe@example.org").count() == 1


def test_without_an_invitation_the_page_says_so(cast, sign_in):
    assert sign_in(None).get(ACCEPTANCE).status_code == 404
    assert sign_in(cast.amina).get(ACCEPTANCE).status_code == 404


def test_accepting_costs_few_queries(cast, sign_in, invite, django_assert_max_num_queries):
    client = sign_in(None)
    arrive(client, invite("zoe@example.org"))
    with django_assert_max_num_queries(10):
        client.get(ACCEPTANCE)
