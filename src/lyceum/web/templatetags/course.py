"""How an item's kind is shown: its icon and its name."""

from django import template

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item

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
