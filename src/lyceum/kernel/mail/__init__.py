"""Mail: written and queued with the change it tells of, sent by the worker, never lost."""

from lyceum.kernel.mail.queue import BadAddress, queue_message, send_mail
from lyceum.kernel.mail.sending import MailServerDown, prune_sent, retry_mail, send_pending
from lyceum.kernel.mail.writing import NoSubject

__all__ = [
    "BadAddress",
    "MailServerDown",
    "NoSubject",
    "prune_sent",
    "queue_message",
    "retry_mail",
    "send_mail",
    "send_pending",
]
