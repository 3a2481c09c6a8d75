"""Refusals are kept as they happen, and swept when nobody can need them any more."""

from datetime import timedelta
from uuid import UUID

from lyceum.kernel import clock, tenancy
from lyceum.kernel.audit.models import AuditEntry
from lyceum.kernel.writer import grouped

KEPT = timedelta(days=180)


@grouped
def note_refusal(
    *,
    actor_id: UUID | None,
    address: str | None,
    method: str,
    path: str,
    status: int,
    request_id: str,
) -> AuditEntry:
    """Keep one refusal of the tenant in use."""
    return AuditEntry.objects.create(
        actor_id=actor_id,
        address=address,
        method=method[:8],
        path=path[:300],
        status=status,
        request_id=request_id,
    )


def sweep_audit() -> int:
    """Delete refusals of all tenants that are older than half a year; return how many."""
    with tenancy.everywhere():
        return AuditEntry.objects.filter(at__lt=clock.now() - KEPT).delete()[0]
