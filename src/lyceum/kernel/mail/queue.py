"""Putting a mail into the queue, in the transaction of what it tells of."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.validators import validate_email

from lyceum.kernel import tenancy
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.kernel.mail.writing import Written, clean_mail_html, one_line, write_mail

HTML = "text/html"


class BadAddress(ValueError):
    """The address cannot receive mail."""


def send_mail(
    template: str,
    *,
    to: str,
    context: dict[str, Any],
    language: str,
    tenant_id: UUID | None = None,
) -> OutgoingMail:
    """Write a mail from its templates and queue it; the worker sends it after the commit.

    `template` is a path without ending. Raises `BadAddress`, and `NoSubject` for a bad template.
    """
    return _queue(to, write_mail(template, context, language), tenant_id)


def queue_message(message: EmailMessage, *, tenant_id: UUID | None = None) -> list[OutgoingMail]:
    """Queue a message that a library has written, one row for each of its recipients."""
    html = ""
    if isinstance(message, EmailMultiAlternatives):
        bodies = [str(body) for body, media_type in message.alternatives if media_type == HTML]
        html = clean_mail_html(bodies[0]) if bodies else ""
    written = Written(one_line(str(message.subject)), str(message.body), html)
    return [_queue(address, written, tenant_id) for address in message.recipients()]


def _queue(to: str, written: Written, tenant_id: UUID | None) -> OutgoingMail:
    try:
        validate_email(to)
    except ValidationError as error:
        raise BadAddress(f"“{one_line(to)}” is not an e-mail address.") from error
    if tenant_id is None:
        with suppress(tenancy.NoTenant):
            tenant_id = tenancy.current()
    return OutgoingMail.objects.create(
        tenant_id=tenant_id,
        to=to,
        subject=written.subject,
        text=written.text,
        html=written.html,
    )
