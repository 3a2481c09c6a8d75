"""The audit: who was refused what. Rows are added and, after half a year, swept; never changed."""

from lyceum.kernel.audit.keeping import note_refusal, sweep_audit
from lyceum.kernel.audit.models import AuditEntry

__all__ = ["AuditEntry", "note_refusal", "sweep_audit"]
