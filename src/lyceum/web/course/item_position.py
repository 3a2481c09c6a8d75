"""The place of an item, in its module or in another one, set by buttons, keys or drag."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import move_item
from lyceum.core.courses.models import Item, Module
from lyceum.core.courses.queries import modules_of
from lyceum.web.course.going_back import to_outline
from lyceum.web.course.positions import wanted_position
from lyceum.web.policies import Request, item


@item("edit")
@require_POST
def item_position(request: Request, item: Item) -> HttpResponse:
    module = wanted_module(request, item)
    move_item(item, module, wanted_position(request, item.position), by=request.person)
    return to_outline(item.course, anchor=f"i-{item.pk}")


def wanted_module(request: Request, item: Item) -> Module:
    """Return the module of the same course that the form names, else the item's own."""
    named = request.POST.get("module", "")
    for module in modules_of(item.course):
        if str(module.pk) == (named or str(item.module_id)):
            return module
    raise Http404
