"""Done, said by the learner; and taken back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from lyceum.core.courses.models import Item
from lyceum.core.enrolment.queries import enrolment_of
from lyceum.core.people.permissions import MayNot
from lyceum.core.record.actions import mark_done, record_view, unmark_done
from lyceum.web.course.going_back import back
from lyceum.web.policies import Request, item


@item("learn")
@require_POST
def completion(request: Request, item: Item) -> HttpResponse:
    enrolment = enrolment_of(request.person, item.course)
    if enrolment is None:
        raise MayNot("learn", item)
    try:
        if request.POST.get("undo"):
            unmark_done(enrolment, item, by=request.person)
        elif item.completion == item.Completion.MARKED:
            mark_done(enrolment, item, by=request.person)
        else:
            record_view(enrolment, item, by=request.person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return back(request, reverse("course:item", args=[item.pk]))
