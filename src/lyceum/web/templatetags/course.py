"""How an item's kind is shown: its icon and its name."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item
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
def lightened(body: str) -> SafeString:
    """Return a page's cleaned text for reduced data."""
    text = light(body, picture=escape(_("Picture")), video=escape(_("Video")))
    return mark_safe(text)
