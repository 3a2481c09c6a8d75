"""Which addresses rich text may hold, judged as a browser would read them."""

import re
from urllib.parse import parse_qs, urlsplit

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
ELSEWHERE = re.compile(r"[\\/]{2}")
LINK_SCHEMES = ("http", "https", "mailto", "tel")
EDGES = "".join(map(chr, range(33)))
REMOVED = re.compile(r"[\t\r\n]")
VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{6,20}")
# The second part is the key of a video that is not listed.
VIMEO = re.compile(r"/(?:video/)?(\d{4,14})(?:/([0-9a-f]{6,20}))?/?")
VIMEO_KEY = re.compile(r"[0-9a-f]{6,20}")
SECONDS = re.compile(r"\d{1,6}")

YOUTUBE = "www.youtube-nocookie.com"
YOUTUBES = {"youtube.com", "m.youtube.com", "youtube-nocookie.com", "youtu.be"}
YOUTUBES |= {f"www.{host}" for host in YOUTUBES}
VIMEO_PLAYER = "player.vimeo.com"
VIMEOS = {"vimeo.com", "www.vimeo.com", VIMEO_PLAYER}


def as_read(url: str) -> str:
    """Return `url` as browsers take it (URL standard §4.4): edges and line breaks removed."""
    return REMOVED.sub("", url.strip(EDGES))


def scheme_of(url: str) -> str:
    """Return the scheme in lower case; "" for a relative address."""
    found = SCHEME.match(as_read(url))
    return found[1].lower() if found else ""


def link_url(url: str) -> str | None:
    """Return `url` where a link may lead there: http, https, mailto, tel or relative."""
    read = as_read(url)
    if ELSEWHERE.match(read):
        return "https://" + read.lstrip("\\/")
    return read if read and scheme_of(read) in {"", *LINK_SCHEMES} else None


def own_url(url: str) -> str | None:
    """Return `url` where it stays on this site, so that images and media may load from it."""
    read = as_read(url)
    if not read or scheme_of(read) or ELSEWHERE.match(read) or "\\" in read:
        return None
    return read


def host_of(url: str) -> str:
    """Return the host of an absolute web address, in lower case; "" for any other."""
    read = link_url(url) or ""
    try:
        parts = urlsplit(read)
        return (parts.hostname or "").lower() if parts.scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def embed_url(url: str, hosts: tuple[str, ...]) -> str | None:
    """Return the player's address for `url` where its host is among `hosts`, without cookies."""
    host = host_of(url)
    if not host:
        return None
    parts = urlsplit(link_url(url) or "")
    if host in YOUTUBES:
        return _youtube(host, parts.path, parts.query) if YOUTUBE in hosts else None
    if host in VIMEOS:
        return _vimeo(parts.path, parts.query) if VIMEO_PLAYER in hosts else None
    plain = parts.scheme == "https" and parts.netloc == host and "\\" not in parts.path
    return parts.geturl() if plain and host in hosts else None


def _vimeo(path: str, query: str) -> str | None:
    found = VIMEO.fullmatch(path)
    if not found:
        return None
    key = parse_qs(query).get("h", [""])[0] or found[2] or ""
    return f"https://{VIMEO_PLAYER}/video/{found[1]}" + (
        f"?h={key}" if VIMEO_KEY.fullmatch(key) else ""
    )


def _youtube(host: str, path: str, query: str) -> str | None:
    asked = parse_qs(query)
    if path == "/watch":
        name = asked.get("v", [""])[0]
    elif host.endswith("youtu.be"):
        name = path.lstrip("/")
    else:
        name = path.removeprefix("/embed/").removeprefix("/shorts/").removeprefix("/live/")
    if not VIDEO_ID.fullmatch(name):
        return None
    start = SECONDS.match((asked.get("start") or asked.get("t") or [""])[0])
    return f"https://{YOUTUBE}/embed/{name}" + (f"?start={start[0]}" if start else "")
