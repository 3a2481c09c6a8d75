"""One process at a time, without a lock that a dead process could hold for ever."""

import os
import secrets
import socket
import time
from datetime import timedelta

from django.db.models import Q

from lyceum.kernel import clock
from lyceum.kernel.events.models import Lease


class Hold:
    """This process's claim on a lease: renewed while in use, free for others when it runs out."""

    def __init__(self, name: str, *, seconds: float = 30) -> None:
        self.name = name
        self.seconds = seconds
        self.holder = f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"
        self._sure_until = 0.0

    def keep(self) -> bool:
        """Return whether the lease is ours, taking or renewing it only when that is needed."""
        if time.monotonic() < self._sure_until:
            return True
        asked_at = time.monotonic()
        if not self._take():
            return False
        self._sure_until = asked_at + self.seconds / 2
        return True

    def release(self) -> None:
        """Let another take over at once."""
        self._sure_until = 0.0
        Lease.objects.filter(name=self.name, holder=self.holder).delete()

    def _take(self) -> bool:
        now, length = clock.now(), timedelta(seconds=self.seconds)
        ours = {"holder": self.holder, "until": now + length}
        lease = Lease.objects.filter(name=self.name).first()
        if lease is None:
            Lease.objects.bulk_create([Lease(name=self.name, **ours)], ignore_conflicts=True)
            return Lease.objects.filter(name=self.name, holder=self.holder).exists()
        # An end far ahead was written by a clock that has been set back since.
        free = Q(holder=self.holder) | Q(until__lt=now) | Q(until__gt=now + length * 10)
        if lease.holder != self.holder and now <= lease.until <= now + length * 10:
            return False
        return bool(Lease.objects.filter(free, name=self.name).update(**ours))
