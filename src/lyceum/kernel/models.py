"""Every model of the kernel, where Django looks for them."""

from lyceum.kernel.audit.models import AuditEntry
from lyceum.kernel.events.models import Delivered, Lease, OutboxEvent
from lyceum.kernel.files.models import StoredFile
from lyceum.kernel.jobs.models import Job
from lyceum.kernel.mail.models import OutgoingMail

__all__ = ["AuditEntry", "Delivered", "Job", "Lease", "OutboxEvent", "OutgoingMail", "StoredFile"]
