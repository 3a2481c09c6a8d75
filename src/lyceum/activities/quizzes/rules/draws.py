"""Which questions an attempt draws from a pool, and in which order things stand in it."""

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256


def pick[K](
    pool: Sequence[K], count: int, seed: int, taken: Collection[K] = (), seen: Collection[K] = ()
) -> list[K]:
    """Return `count` keys of the pool that are not taken, or all there are; the same for a seed.

    seen: what earlier attempts met: drawn once nothing else is left. The order of the pool does not
    matter, and a key that joins or leaves it changes at most one of those drawn.
    """
    free = [key for key in dict.fromkeys(pool) if key not in taken]
    return sorted(free, key=lambda key: (key in seen, _chance(seed, key)))[: max(0, count)]


def shuffled[K](keys: Iterable[K], seed: int) -> list[K]:
    """Return the keys in an order that is the same for a seed; their texts tell them apart."""
    return sorted(keys, key=lambda key: _chance(seed, key))


def _chance(seed: int, key: object) -> bytes:
    """Return what looks random; unlike `random`, it is the same in every Python."""
    return sha256(f"{seed}:{key}".encode()).digest()
