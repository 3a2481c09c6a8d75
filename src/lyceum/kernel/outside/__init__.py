"""The one client for calls to other servers (SECURITY 51–54)."""

from lyceum.kernel.outside.addresses import OutsideRefused
from lyceum.kernel.outside.calls import Answer, fetch
from lyceum.kernel.outside.connection import OutsideFailed

__all__ = ["Answer", "OutsideFailed", "OutsideRefused", "fetch"]
