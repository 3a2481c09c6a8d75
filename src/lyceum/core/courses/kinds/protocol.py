"""The protocol that every item kind fulfils, and the hook it registers with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from django import forms
from django.utils.functional import Promise

from lyceum.core.courses.models import CourseFile, Item
from lyceum.kernel.hooks import Hook


@dataclass(frozen=True)
class Exported:
    """An item's content as plain data and the files it needs, by the names the data uses."""

    data: Mapping[str, Any]
    files: Mapping[str, CourseFile]


@runtime_checkable
class ItemKind(Protocol):
    """How one kind of item is made, shown, counted, copied and moved between systems."""

    @property
    def name(self) -> str:
        """Key of the kind, kept in `Item.kind`: one lower-case word."""
        ...

    @property
    def label(self) -> str | Promise: ...

    @property
    def icon(self) -> str:
        """Name of a Lucide icon that stands in `web/ui/icons.txt`."""
        ...

    @property
    def form(self) -> type[forms.Form]:
        """Fields asked for beside the title when an item is made or edited."""
        ...

    @property
    def completions(self) -> Sequence[str]:
        """Values of `Item.Completion` a teacher may choose; the first is the default."""
        ...

    @property
    def template(self) -> str:
        """Template of the content in the player; its context is what `content` returns."""
        ...

    @property
    def reports_grade(self) -> bool: ...

    @property
    def can_be_added(self) -> bool: ...

    def initial(self, item: Item) -> dict[str, Any]:
        """Return what the form shows for an existing item."""
        ...

    def write(self, item: Item, data: Mapping[str, Any], *, by: Any) -> None:
        """Create or replace the content from the cleaned data of `form`."""
        ...

    def content(self, item: Item) -> dict[str, Any]:
        """Return the context of `template`, in at most two queries."""
        ...

    def copy(self, source: Item, target: Item) -> None:
        """Give `target` an equal content of its own."""
        ...

    def export(self, item: Item) -> Exported:
        """Return the content for another system."""
        ...

    def restore(self, item: Item, exported: Exported) -> None:
        """Create the content from what `export` returned; the files are in the item's course."""
        ...


ITEM_KINDS: Hook[ItemKind] = Hook("item_kinds", "Adds a kind of item that a course can hold.")
