"""A page's draft, saved by the editor as the teacher types."""

import json
from collections.abc import Mapping

from django import forms
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import save_draft
from lyceum.core.courses.models import Item
from lyceum.kernel.markup import MarkupTooLarge
from lyceum.web.policies import Request, item

MOST_REVISIONS = 2_147_483_647


class DraftForm(forms.Form):
    body = forms.CharField(required=False, strip=False)
    based_on = forms.IntegerField(min_value=0, max_value=MOST_REVISIONS)


@item("edit")
@require_POST
def draft(request: Request, item: Item) -> HttpResponse:
    if item.kind != "page":
        raise Http404
    form = DraftForm(_sent(request))
    if not form.is_valid():
        return JsonResponse(
            {"message": _("Send the text and the revision it began from.")}, status=422
        )
    told = form.cleaned_data
    try:
        kept = save_draft(item, told["body"], based_on=told["based_on"], by=request.person)
    except MarkupTooLarge as error:
        return JsonResponse({"message": str(error)}, status=413)
    if told["based_on"] != item.page.revision:
        return _conflict(item)
    return JsonResponse({"saved_at": kept.saved_at.isoformat(), "revision": item.page.revision})


def _sent(request: Request) -> Mapping[str, object]:
    if request.content_type != "application/json":
        return request.POST.dict()
    try:
        sent = json.loads(request.body)
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def _conflict(item: Item) -> HttpResponse:
    """Answer 409 with the text that was published meanwhile; the sender's own is a draft now."""
    editor = item.page.edited_by
    return JsonResponse(
        {
            "message": _("Somebody published another text meanwhile."),
            "theirs_html": item.page.body,
            "theirs_by": editor.name if editor else "",
            "revision": item.page.revision,
        },
        status=409,
    )
