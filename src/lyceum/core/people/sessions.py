"""Sessions in the database, as Django keeps them, found by a query that is composed once."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from lyceum.kernel import clock
from lyceum.kernel.prepared import prepared


@prepared
def _live(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class SessionStore(db.SessionStore):
    """A session that has ended is not found, and its key is not used again."""

    def _get_session_from_db(self) -> Session | None:
        key = (self.session_key or "").replace("\0", "")
        found: Session | None = next(iter(_live(key, clock.now())), None)
        if found is None:
            self._session_key = None
        return found
