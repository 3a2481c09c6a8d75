"""Deleting an item, and bringing it back."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import archive_item, restore_item
from lyceum.core.courses.models import Item
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, item
from lyceum.web.undo import offer_undo


@item("edit")
@require_POST
def item_archival(request: Request, item: Item) -> HttpResponse:
    if request.POST.get("restore"):
        restore_item(item, by=request.person)
        return to_outline(item.course, anchor=f"i-{item.pk}")
    archive_item(item, by=request.person)
    here = reverse("course:item_archival", args=[item.pk])
    offer_undo(request, _("“%(title)s” was deleted.") % {"title": item.title}, here)
    return to_outline(item.course)
