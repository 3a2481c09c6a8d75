"""How parts of a course are shown: an item's kind, a file's ending, a length of time."""

from pathlib import PurePath

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item
from lyceum.core.courses.queries import file_sizes
from lyceum.core.courses.rules import file_ids_in
from lyceum.interop.cartridge.words import kind_name
from lyceum.web.course.light import light

register = template.Library()


@register.filter
def kind_icon(item: Item) -> str:
    """Return the icon's name; a kind whose plugin is gone shows a question mark."""
    kind = ITEM_KINDS.get(item.kind)
    return kind.icon if kind else "circle-help"


@register.filter
def kind_label(item: Item) -> str:
    kind = ITEM_KINDS.get(item.kind)
    return str(kind.label) if kind else item.kind


@register.filter
def can_be_published(item: Item) -> bool:
    """Whether learners could use the item; what waits to be converted they could not."""
    kind = ITEM_KINDS.get(item.kind)
    return bool(kind and kind.can_be_added)


@register.filter
def drafts_in(items: list[Item]) -> int:
    """Return how many of the items could be published and are not."""
    return sum(not item.is_published and can_be_published(item) for item in items)


@register.filter
def part_name(kind: str) -> str:
    """Return what people call a kind of imported part, as the report does."""
    return kind_name(kind)


@register.filter
def extension(name: str) -> str:
    """Return the ending of a file's name in capitals: “PDF”; nothing where it has none."""
    return PurePath(name).suffix.lstrip(".").upper()


@register.filter
def long_time(minutes: int) -> str:
    """Return a length of study in words: minutes, and from an hour and a half on, hours."""
    if minutes < 90:
        return ngettext("about %(n)d minute", "about %(n)d minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    return ngettext("about %(n)d hour", "about %(n)d hours", hours) % {"n": hours}


@register.filter
def lightened(body: str) -> SafeString:
    """Return a page's cleaned text for reduced data."""
    sizes = {key: filesizeformat(size) for key, size in file_sizes(file_ids_in(body)).items()}
    text = light(body, picture=escape(_("Picture")), video=escape(_("Video")), sizes=sizes)
    return mark_safe(text)
