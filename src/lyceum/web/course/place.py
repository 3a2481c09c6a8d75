"""What the open page tells by itself: it was opened, where the reader is, and for how long."""

from django import forms
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from lyceum.core.courses.models import Item
from lyceum.core.enrolment.queries import enrolment_of
from lyceum.core.people.permissions import MayNot
from lyceum.core.record.actions import record_place, record_view
from lyceum.web.policies import Request, item


class PlaceForm(forms.Form):
    place = forms.CharField(max_length=64, required=False)
    seconds = forms.IntegerField(min_value=0, max_value=3600, required=False)
    opened = forms.BooleanField(required=False)


@item("learn")
@require_POST
def place(request: Request, item: Item) -> HttpResponse:
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    enrolment = enrolment_of(request.person, item.course)
    if enrolment is None:
        raise MayNot("learn", item)
    told = form.cleaned_data
    if told["opened"]:
        progress = record_view(enrolment, item, by=request.person)
    else:
        progress = record_place(
            enrolment,
            item,
            place=told["place"],
            seconds=told["seconds"] or 0,
            by=request.person,
        )
    return JsonResponse({"state": progress.state, "seconds": progress.seconds})
