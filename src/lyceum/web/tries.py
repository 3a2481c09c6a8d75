"""Counting tries, so that a secret cannot be guessed by patience."""

from dataclasses import dataclass

from django.core.cache import cache


@dataclass(frozen=True)
class Tries:
    """How often somebody tried something in a stretch of time."""

    what: str
    who: object
    most: int
    seconds: int

    @property
    def _key(self) -> str:
        return f"tries:{self.what}:{self.who}"

    def used_up(self) -> bool:
        return int(cache.get(self._key, 0)) >= self.most

    def count(self) -> None:
        cache.add(self._key, 0, self.seconds)
        cache.incr(self._key)
