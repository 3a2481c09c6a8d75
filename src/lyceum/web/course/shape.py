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
        marks = _marks_of(progress) if progress else _counted_marks(counts)
        filled: dict[str, str] = {f"state-{item}": mark for item, mark in marks.items()}
        if progress:
            for module, items in self.rows:
                counted = [item.pk for item in items if item.pk in self.counted]
                filled[f"module-{module.pk}"] = _module_count(counted, progress)
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


def _marks_of(progress: Progress) -> dict[UUID, SafeString]:
    """Return the marks of the items a learner has met, and of the one that comes next."""
    said = {"done": _chip(_("Done"), "done"), "started": _chip(_("Begun"), "started")}
    marks = {item: said[state] for item, state in progress.states.items() if state in said}
    if progress.next_item:
        coming = progress.next_item.pk
        words = _("Go on") if coming in progress.states else _("Next")
        marks[coming] = _chip(words, "accent")
    return marks


def _counted_marks(counts: dict[UUID, int]) -> dict[UUID, SafeString]:
    """Return how many learners have done each item, for those who teach."""
    return {
        item: _chip(ngettext("%(n)d done", "%(n)d done", count) % {"n": count})
        for item, count in counts.items()
        if count
    }


def _chip(text: str, tone: str = "quiet") -> SafeString:
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, text)


def _module_count(counted: list[UUID], progress: Progress) -> SafeString | str:
    if not counted:
        return ""
    done = sum(progress.states.get(item) == "done" for item in counted)
    if done == len(counted):
        return _chip(_("Done"), "done")
    return _("%(done)d of %(total)d") % {"done": done, "total": len(counted)}
