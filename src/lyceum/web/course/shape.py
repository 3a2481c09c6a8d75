"""The shape of an outline, kept per version of the course, and what differs between people."""

from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lyceum.core.courses.models import Course, Item, Module
from lyceum.core.courses.queries import outline
from lyceum.core.record.queries import Progress

KEPT_SHAPES = 256


@dataclass(frozen=True)
class Shape:
    """Modules and items in order, as one version of the course has them."""

    rows: list[tuple[Module, list[Item]]]
    items: dict[UUID, Item]
    counted: frozenset[UUID]

    def slots(self, progress: Progress | None, counts: dict[UUID, int]) -> dict[str, str]:
        """Return what differs between people: a state mark per item, a count per module."""
        filled = {}
        for module, items in self.rows:
            for item in items:
                filled[f"state-{item.pk}"] = _mark(item.pk, progress, counts)
            filled[f"module-{module.pk}"] = _module_count(items, self.counted, progress)
        return filled


_shapes: OrderedDict[tuple[UUID, int, bool], Shape] = OrderedDict()


def shape_of(course: Course, *, drafts: bool) -> Shape:
    """Return the shape of the course as it is now; its version makes a stale one impossible."""
    key = (course.pk, course.version, drafts)
    shape = _shapes.get(key)
    if shape is None:
        rows = outline(course, drafts=drafts)
        items = {item.pk: item for _module, held in rows for item in held}
        counted = frozenset(pk for pk, item in items.items() if item.counts)
        shape = _shapes[key] = Shape(rows, items, counted)
        while len(_shapes) > KEPT_SHAPES:
            _shapes.popitem(last=False)
    return shape


def _mark(item: UUID, progress: Progress | None, counts: dict[UUID, int]) -> SafeString | str:
    if progress is None:
        count = counts.get(item, 0)
        return _chip(ngettext("%(n)d done", "%(n)d done", count) % {"n": count}) if count else ""
    if progress.next_item and progress.next_item.pk == item:
        return _chip(_("Next") if item not in progress.states else _("Go on"), "accent")
    state = progress.states.get(item, "not_started")
    words = {"done": _("Done"), "started": _("Begun"), "not_started": ""}
    return _chip(words[state], state) if words[state] else ""


def _chip(text: str, tone: str = "quiet") -> SafeString:
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, text)


def _module_count(
    items: list[Item], counted: frozenset[UUID], progress: Progress | None
) -> SafeString | str:
    total = [item.pk for item in items if item.pk in counted]
    if progress is None or not total:
        return ""
    done = sum(progress.states.get(pk) == "done" for pk in total)
    if done == len(total):
        return _chip(_("Done"), "done")
    return _("%(done)d of %(total)d") % {"done": done, "total": len(total)}
