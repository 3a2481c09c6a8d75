"""Every variable Lyceum reads from its environment, once, with its meaning.

docs/guide/settings.md lists them for those who run a site.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VARIABLES: dict[str, "Variable"] = {}


@dataclass(frozen=True)
class Variable:
    """One variable: its name, its default as it would be written, and what it does."""

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any] = str


class BadSetting(SystemExit):
    """A variable cannot be understood; the process ends with this one sentence."""


def _truth(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"", "0", "false", "no", "off"}:
        return False
    raise ValueError("write 1 or 0")


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def declare(name: str, default: str, meaning: str, read: Callable[[str], Any] = str) -> None:
    VARIABLES[name] = Variable(name, default, meaning, read)


declare("LYCEUM_HOME", "./var", "Folder for the database, files and secrets of this site.", Path)
declare(
    "LYCEUM_DEBUG", "0", "1 shows errors in full and reloads code. Never in production.", _truth
)
declare("LYCEUM_SECRET", "", "Key for signatures. Empty: made once and kept in LYCEUM_HOME/secret.")
declare(
    "LYCEUM_HOSTS", "localhost,127.0.0.1,[::1]", "Host names this site answers to, by comma.", _list
)
declare("LYCEUM_ORIGINS", "", "Origins behind a proxy that forms may come from, by comma.", _list)
declare(
    "LYCEUM_HTTPS", "0", "1 when people reach the site by https: secure cookies and HSTS.", _truth
)
declare(
    "LYCEUM_PROXY", "0", "1 behind a proxy that sets X-Forwarded-Proto and -For itself.", _truth
)
declare("DATABASE_URL", "", "postgres://user:password@host/name. Empty: SQLite in LYCEUM_HOME.")
declare("LYCEUM_MAIL_URL", "console://", "smtp://user:password@host:587, smtp+tls://…, console://.")
declare("LYCEUM_MAIL_FROM", "Lyceum <lyceum@localhost>", "Sender of the site's mail.")
declare("LYCEUM_FILES_URL", "", "s3://bucket?endpoint=… for S3. Empty: LYCEUM_HOME/files.")
declare("LYCEUM_FILE_LIMIT", "268435456", "Largest single upload, in bytes.", int)
declare("LYCEUM_QUOTA", "107374182400", "All files of one institution together, in bytes.", int)
declare(
    "LYCEUM_EMBED_HOSTS",
    "www.youtube-nocookie.com,player.vimeo.com",
    "Hosts of video embeds.",
    _list,
)
declare(
    "LYCEUM_OUTSIDE_ALLOW", "", "Private host:port that outside calls may reach, by comma.", _list
)
declare("LYCEUM_WORKERS", "0", "Web processes; 0 is one per core.", int)
declare("LYCEUM_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR.")


def value(name: str, source: Mapping[str, str] = os.environ) -> Any:
    """Return the variable's value, read by its type; raises `BadSetting` with what to write."""
    variable = VARIABLES[name]
    text = source.get(name, variable.default)
    try:
        return variable.read(text)
    except ValueError as error:
        raise BadSetting(f"{name}={text!r} cannot be used: {error}. {variable.meaning}") from error


def secret_key(home: Path) -> str:
    """Return the given secret, else the one kept in `home`, made at the first start."""
    given = value("LYCEUM_SECRET")
    if given:
        return str(given)
    kept = home / "secret"
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        fresh = home / f"secret.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text().strip()
