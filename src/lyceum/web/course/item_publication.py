"""Publishing one item, and taking that back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import publish_item, withdraw_item
from lyceum.core.courses.models import Item
from lyceum.web.course.going_back import back
from lyceum.web.policies import Request, item


@item("edit")
@require_POST
def item_publication(request: Request, item: Item) -> HttpResponse:
    if request.POST.get("withdraw"):
        withdraw_item(item, by=request.person)
    else:
        _publish(request, item)
    outline = reverse("course:outline", args=[item.course_id])
    return back(request, f"{outline}?edit=1#i-{item.pk}")


def _publish(request: Request, item: Item) -> None:
    try:
        publish_item(item, by=request.person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
