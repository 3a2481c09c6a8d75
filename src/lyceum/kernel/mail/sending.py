"""Sending what is queued, through the mail server of the settings."""

import smtplib
from collections import deque
from datetime import timedelta
from email.utils import parseaddr

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from lyceum.kernel import clock
from lyceum.kernel.events import Hold
from lyceum.kernel.mail.models import OutgoingMail

LEASE = "mail"
CHUNK = 20
MOST_TRIES = 12
LONGEST_WAIT = timedelta(hours=4)
# A process that dies while sending leaves the mail to others after this time.
CLAIMED_FOR = timedelta(minutes=10)
KEPT_FOR = timedelta(days=30)
log = structlog.get_logger("lyceum.mail")


class MailServerDown(ConnectionError):
    """No mail can be sent now; all of it stays queued and no try is counted."""


def send_pending(limit: int = 500, *, hold: Hold | None = None) -> int:
    """Send what is due and return how much was; raises `MailServerDown`.

    A mail is claimed before and marked after it is sent, so that it is sent twice only where the
    process dies between the server's acceptance and the mark. It then keeps its Message-ID.
    """
    ours = hold or Hold(LEASE)
    if not ours.keep():
        return 0
    sent = 0
    try:
        while sent < limit and ours.keep() and (claimed := _claim(min(CHUNK, limit - sent))):
            sent += _send_chunk(claimed)
    finally:
        if hold is None:
            ours.release()
    return sent


def retry_mail(mail: OutgoingMail) -> None:
    """Give a mail that was given up all its tries again."""
    mail.given_up_at, mail.tries, mail.next_try_at = None, 0, clock.now()
    mail.save(update_fields=["given_up_at", "tries", "next_try_at"])


def prune_sent() -> int:
    """Delete mail that was sent long ago, and return how much."""
    return OutgoingMail.objects.filter(sent_at__lt=clock.now() - KEPT_FOR).delete()[0]


def _claim(count: int) -> list[OutgoingMail]:
    due = OutgoingMail.objects.waiting().filter(next_try_at__lte=clock.now())
    chosen = list(due.order_by("next_try_at", "id")[:count])
    OutgoingMail.objects.filter(pk__in=[mail.pk for mail in chosen]).update(
        next_try_at=clock.now() + CLAIMED_FOR, tries=F("tries") + 1
    )
    return chosen


def _unclaim(mails: list[OutgoingMail], error: Exception) -> None:
    OutgoingMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(
        next_try_at=clock.now(), tries=F("tries") - 1, last_error=_told(error)
    )


def _send_chunk(mails: list[OutgoingMail]) -> int:
    """Send over one connection; what it did not come to is due again at once."""
    left, sent = deque(mails), 0
    server = mailers.default
    try:
        server.open()
        while left:
            sent += _send_one(left.popleft(), server)
    except (OSError, smtplib.SMTPException) as error:
        _unclaim(list(left), error)
        raise MailServerDown(_told(error)) from error
    finally:
        server.close()
    return sent


def _send_one(mail: OutgoingMail, server: BaseEmailBackend) -> bool:
    """Send and mark; a server that breaks off counts as a try of this one mail."""
    try:
        server.send_messages([_message(mail)])
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        _note_refusal(mail, error, for_good=_code(error) >= 500)
        return False
    except ValueError as error:
        _note_refusal(mail, error, for_good=True)
        return False
    except (OSError, smtplib.SMTPException) as error:
        _note_refusal(mail, error, for_good=False)
        raise
    # The words are forgotten: a link in them opens something, and who has it is its reader alone.
    mail.sent_at, mail.last_error, mail.text, mail.html = clock.now(), "", "", ""
    mail.save(update_fields=["sent_at", "last_error", "text", "html"])
    return True


def _message(mail: OutgoingMail) -> EmailMultiAlternatives:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{mail.pk}@{host}>", "Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(mail.subject, mail.text, None, [mail.to], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _note_refusal(mail: OutgoingMail, error: Exception, *, for_good: bool) -> None:
    mail.tries += 1
    mail.last_error = _told(error)
    mail.next_try_at = clock.now() + min(timedelta(minutes=2 ** (mail.tries - 1)), LONGEST_WAIT)
    if for_good or mail.tries >= MOST_TRIES:
        mail.given_up_at = clock.now()
    log.warning("mail_refused", mail_id=str(mail.pk), error=mail.last_error, for_good=for_good)
    mail.save(update_fields=["tries", "last_error", "next_try_at", "given_up_at"])


def _code(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> int:
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code
    return min(code for code, _text in error.recipients.values())


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:2_000]
