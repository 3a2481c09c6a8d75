from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from lyceum.kernel import clock, tenancy
from lyceum.kernel.ids import uuid7
from lyceum.kernel.mail import (
    BadAddress,
    MailServerDown,
    prune_sent,
    queue_message,
    retry_mail,
    send_mail,
    send_pending,
)
from lyceum.kernel.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
AMINA, BRUNO = "amina@harbour.test", "bruno@harbour.test"


@pytest.fixture
def letter(templates):
    return templates("Subject: Tides, {{ name }}\n\nThe Moon pulls, {{ name }}.", "<p>Moon</p>")


def write_to(address, template, name="Zoë"):
    return send_mail(template, to=address, context={"name": name}, language="en")


def later(seconds):
    return clock.freeze(clock.now() + timedelta(seconds=seconds))


def test_a_mail_reaches_a_real_server_once(letter, mail_server):
    tenant = uuid7()
    with tenancy.using(tenant):
        mail = write_to(AMINA, letter)
    assert send_pending() == 1
    assert send_pending() == 0
    (envelope,) = mail_server.postbox.envelopes
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert envelope.rcpt_tos == [AMINA]
    assert message["Subject"] == "Tides, Zoë"
    assert message["Message-ID"] == f"<{mail.pk}@localhost>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_body(("plain",)).get_content().strip() == "The Moon pulls, Zoë."
    assert "<p>Moon</p>" in message.get_body(("html",)).get_content()
    mail.refresh_from_db()
    assert (mail.tenant_id, mail.tries, mail.last_error) == (tenant, 1, "")
    assert mail.sent_at
    assert (mail.text, mail.html) == ("", "")


def test_a_mail_goes_with_the_change_that_is_rolled_back(letter):
    with transaction.atomic():
        write_to(AMINA, letter)
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_mail_waits_while_the_server_is_down_and_is_sent_once_when_it_is_up(letter, mail_server):
    mail_server.down()
    mails = [write_to(address, letter) for address in (AMINA, BRUNO)]
    for _try in range(15):
        with pytest.raises(MailServerDown, match="refused"):
            send_pending()
    for mail in mails:
        mail.refresh_from_db()
        assert (mail.tries, mail.sent_at, mail.given_up_at) == (0, None, None)
        assert "refused" in mail.last_error
    mail_server.up()
    assert send_pending() == 2
    assert [one.rcpt_tos for one in mail_server.postbox.envelopes] == [[AMINA], [BRUNO]]


def test_an_address_that_is_refused_for_good_is_given_up_and_seen(letter, mail_server):
    mail_server.postbox.refuse_for_good = {AMINA}
    mail = write_to(AMINA, letter)
    write_to(BRUNO, letter)
    assert send_pending() == 1
    mail.refresh_from_db()
    assert mail.given_up_at
    assert "No such mailbox" in mail.last_error
    mail_server.postbox.refuse_for_good = set()
    retry_mail(mail)
    assert send_pending() == 1


def test_an_address_that_is_busy_is_tried_again_more_and_more_patiently(letter, mail_server):
    mail_server.postbox.refuse_for_now = {AMINA}
    mail = write_to(AMINA, letter)
    assert send_pending() == 0
    assert send_pending() == 0
    mail.refresh_from_db()
    assert (mail.tries, mail.given_up_at) == (1, None)
    with later(61):
        assert send_pending() == 0
    mail_server.postbox.refuse_for_now = set()
    with later(61):
        assert send_pending() == 0
    with later(190):
        assert send_pending() == 1


def test_mail_claimed_by_a_process_that_died_is_sent_by_the_next(letter, mail_server, monkeypatch):
    mail = write_to(AMINA, letter)

    def die(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("lyceum.kernel.mail.sending._send_one", die)
        with pytest.raises(KeyboardInterrupt):
            send_pending()
    assert send_pending() == 0, "the dead may have been alive and slow"
    with later(601):
        assert send_pending() == 1
    mail.refresh_from_db()
    assert len(mail_server.postbox.envelopes) == 1


@pytest.mark.parametrize(
    "address", ["", "amina", "amina@harbour.test\nBcc: x@y.z", "a@b.c, d@e.f", "<a@b.c>"]
)
def test_what_is_no_single_address_is_refused(letter, address):
    with pytest.raises(BadAddress):
        write_to(address, letter)
    assert not OutgoingMail.objects.exists()


def test_a_librarys_message_is_queued_clean(mail_server):
    message = EmailMultiAlternatives("Reset", "Open this", None, [AMINA, BRUNO])
    message.attach_alternative('<p>Open</p><img src="http://e/x">', "text/html")
    assert [mail.to for mail in queue_message(message)] == [AMINA, BRUNO]
    assert {mail.html for mail in OutgoingMail.objects.all()} == {"<p>Open</p>"}
    assert send_pending() == 2


def test_sent_mail_is_deleted_after_a_month(letter, mail_server):
    write_to(AMINA, letter)
    send_pending()
    assert prune_sent() == 0
    with later(31 * 86_400):
        assert prune_sent() == 1
