"""The rules of MDN's HTTP Observatory, as far as one answer over HTTPS can be judged offline.

Each rule takes the answer and returns what it adds to or takes from 100 points, by the tables of
the scanner: github.com/mdn/mdn-http-observatory, `src/grader/charts.js`. Left out: the preload list
and certificates, which are no matter of ours, and redirection, which has a test of its own.
"""

import re

from django.http.response import HttpResponseBase

BASE, BONUS_FROM, HALF_A_YEAR = 100, 90, 15_768_000
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PLAIN = ("http:", "ftp:")
TRUSTED = ("'nonce-", "'sha256-", "'sha384-", "'sha512-")
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[\"']?([^\"' >]*)[^>]*>", re.I)

Policy = dict[str, set[str]]


def score(response: HttpResponseBase) -> tuple[int, dict[str, int]]:
    """Return the points of the answer and what each rule gave; extra credit counts from 90 only."""
    given = {rule.__name__: rule(response) for rule in RULES}
    points = BASE + sum(points for points in given.values() if points < 0)
    if points >= BONUS_FROM:
        points += sum(points for points in given.values() if points > 0)
    return max(points, 0), given


def policy_of(response: HttpResponseBase) -> Policy:
    found: Policy = {}
    for directive in response.headers.get("Content-Security-Policy", "").split(";"):
        name, *sources = directive.lower().split() or [""]
        if name:
            found.setdefault(name, set(sources))
    return found


def _believed(sources: set[str]) -> set[str]:
    """Return what a browser that knows nonces, hashes and strict-dynamic keeps of `sources`."""
    if not any(source.startswith(TRUSTED) for source in sources):
        return sources
    kept = sources - {"'unsafe-inline'"}
    if "'strict-dynamic'" in kept:
        kept = {each for each in kept if each != "'self'" and not each.startswith(tuple(BROAD))}
    return kept


def content_security_policy(response: HttpResponseBase) -> int:
    policy = policy_of(response)
    if not policy:
        return -25
    default = policy.get("default-src", {"*"})
    scripts = _believed(policy.get("script-src", default))
    styles = _believed(policy.get("style-src", default))
    if "'strict-dynamic'" in scripts and not any(each.startswith(TRUSTED) for each in scripts):
        return -25
    if scripts & (BROAD | INLINE) or policy.get("object-src", default) & BROAD:
        return -20
    return _content(policy, default, scripts, styles)


def _content(policy: Policy, default: set[str], scripts: set[str], styles: set[str]) -> int:
    passive = {"img-src", "media-src"}
    active = scripts.union(*(policy[name] for name in policy.keys() - passive - {"script-src"}))
    if any(source.startswith(PLAIN) for source in active):
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    shown = set().union(*(policy.get(name, default) for name in passive))
    if any(source.startswith(PLAIN) for source in shown):
        return -10
    if styles & (BROAD | INLINE):
        return 0
    return 10 if default == {"'none'"} else 5


def cookies(response: HttpResponseBase) -> int:
    """Judged as if nothing else protected them: the scanner is milder where HSTS holds."""
    worst = 5 if response.cookies else 0
    for name, cookie in response.cookies.items():
        of_session = "sess" in name.lower() or "login" in name.lower()
        if not cookie["secure"]:
            worst = min(worst, -40 if of_session else -20)
        if of_session and not cookie["httponly"]:
            worst = min(worst, -30)
        if cookie["samesite"].lower() not in {"lax", "strict", ""}:
            worst = min(worst, -20)
        if not cookie["samesite"]:
            worst = min(worst, -20 if "csrf" in name.lower() else 0)
    return worst


def cross_origin_resource_sharing(response: HttpResponseBase) -> int:
    shared = "Access-Control-Allow-Origin" in response.headers
    return -50 if shared and "Access-Control-Allow-Credentials" in response.headers else 0


def strict_transport_security(response: HttpResponseBase) -> int:
    told = response.headers.get("Strict-Transport-Security", "")
    age = re.search(r"max-age=(\d+)", told)
    if not age:
        return -20
    return 0 if int(age[1]) >= HALF_A_YEAR else -10


def referrer_policy(response: HttpResponseBase) -> int:
    told = response.headers.get("Referrer-Policy", "")
    if not told:
        return 0
    return 5 if told.split(",")[-1].strip().lower() in PRIVATE else -5


def subresource_integrity(response: HttpResponseBase) -> int:
    """Scripts of our own need none; those of another host have to be fixed by their hash."""
    text = response.content.decode(errors="replace") if hasattr(response, "content") else ""
    worst = 0
    for tag in SCRIPT.finditer(text):
        if re.match(r"(https?:)?//", tag[1]):
            fixed = "integrity=" in tag[0]
            safe = tag[1].startswith("https:")
            worst = min(worst, (0 if fixed else -5) if safe else (-20 if fixed else -50))
    return worst


def x_content_type_options(response: HttpResponseBase) -> int:
    return 0 if response.headers.get("X-Content-Type-Options", "").lower() == "nosniff" else -5


def x_frame_options(response: HttpResponseBase) -> int:
    if "frame-ancestors" in policy_of(response):
        return 5
    told = response.headers.get("X-Frame-Options", "").lower()
    return 0 if told in {"deny", "sameorigin"} or told.startswith("allow-from") else -20


def cross_origin_resource_policy(response: HttpResponseBase) -> int:
    told = response.headers.get("Cross-Origin-Resource-Policy", "").lower()
    known = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}
    return known.get(told, -5)


RULES = [
    content_security_policy,
    cookies,
    cross_origin_resource_sharing,
    strict_transport_security,
    referrer_policy,
    subresource_integrity,
    x_content_type_options,
    x_frame_options,
    cross_origin_resource_policy,
]
