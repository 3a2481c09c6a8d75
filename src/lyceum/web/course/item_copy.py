"""A draft copy of an item, right behind it."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import duplicate_item
from lyceum.core.courses.models import Item
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, item


@item("edit")
@require_POST
def item_copy(request: Request, item: Item) -> HttpResponse:
    twin = duplicate_item(item, by=request.person)
    return to_outline(item.course, anchor=f"i-{twin.pk}")
