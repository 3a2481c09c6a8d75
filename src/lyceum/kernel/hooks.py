"""Typed places where a plugin, or a part of Lyceum itself, adds something.

A hook is made once, in the file of the idea it extends, and listed in `lyceum.hooks`, the one file
a plugin author reads. Providers register at import time; a plugin is a Python package whose entry
point in the group `lyceum.plugins` names a module to import.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import entry_points

PLUGIN_GROUP = "lyceum.plugins"


class HookTaken(ValueError):
    """Two providers asked for the same name of one hook."""


@dataclass
class Hook[T]:
    """A named registry of providers of type `T`, in the order they registered."""

    name: str
    purpose: str
    _providers: dict[str, T] = field(default_factory=dict)

    def register(self, key: str, provider: T) -> T:
        """Add `provider` under `key`; raises `HookTaken` when another holds the key."""
        if key in self._providers and self._providers[key] is not provider:
            raise HookTaken(f"{self.name}: “{key}” is provided already; choose another name.")
        self._providers[key] = provider
        return provider

    def get(self, key: str) -> T | None:
        return self._providers.get(key)

    def __getitem__(self, key: str) -> T:
        return self._providers[key]

    def __contains__(self, key: str) -> bool:
        return key in self._providers

    def __iter__(self) -> Iterator[T]:
        return iter(self._providers.values())

    def keys(self) -> list[str]:
        return list(self._providers)


def load_plugins() -> list[str]:
    """Import every installed plugin and return their names."""
    names = []
    for point in entry_points(group=PLUGIN_GROUP):
        point.load()
        names.append(point.name)
    return names
