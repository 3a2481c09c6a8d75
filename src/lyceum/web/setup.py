"""Who may found the first institution: whoever sits at the server, or was given its setup link."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

LOOPBACK = frozenset({"127.0.0.1", "::1"})
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def setup_token() -> str:
    """Return the word that opens the first run from elsewhere; it ends with the first institution.

    Made from the site's secret key, so that it needs no place to be kept and nobody can guess it.
    """
    return salted_hmac("lyceum.first-run", "setup", algorithm="sha256").hexdigest()[:40]


def sits_at_the_server(request: HttpRequest) -> bool:
    """Whether the browser runs on this machine. Behind a proxy nobody can tell, so nobody does."""
    if settings.SECURE_PROXY_SSL_HEADER or any(name in request.headers for name in FORWARDED):
        return False
    name = request.get_host().rpartition(":")[0] or request.get_host()
    return request.META.get("REMOTE_ADDR") in LOOPBACK and name in LOCAL_NAMES


def may_set_up(request: HttpRequest) -> bool:
    given = request.POST.get("token") or request.GET.get("token", "")
    return sits_at_the_server(request) or constant_time_compare(given, setup_token())
