"""What the course says of itself, and how learners come in."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import change_course
from lyceum.core.courses.models import Course
from lyceum.core.enrolment.actions import change_offering
from lyceum.core.enrolment.models import Offering
from lyceum.core.enrolment.queries import offering_of
from lyceum.core.people.permissions import abilities
from lyceum.kernel.files import FileRefused, keep_image
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, course

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class CourseForm(forms.ModelForm):
    """Everything but the outline. Only the title has to be there."""

    picture = forms.FileField(label=gettext_lazy("Picture"), required=False)

    class Meta:
        model = Course
        fields = ["title", "code", "summary", "language", "starts_on", "ends_on"]
        widgets = {"starts_on": DATE, "ends_on": DATE, "summary": forms.Textarea(attrs={"rows": 4})}


class OfferingForm(forms.ModelForm):
    """How one may come in."""

    new_code = forms.BooleanField(label=gettext_lazy("Make a new code"), required=False)

    class Meta:
        model = Offering
        fields = ["kind", "opens_at", "closes_at", "seats"]
        labels = {"kind": gettext_lazy("Who may join")}
        widgets = {"opens_at": MOMENT, "closes_at": MOMENT, "kind": forms.RadioSelect}


@course("edit")
@require_http_methods(["GET", "POST"])
def settings(request: Request, course: Course) -> HttpResponse:
    offering = offering_of(course) or Offering(course=course)
    may_offer = "manage_people" in abilities(request.person, course)
    sent = request.method == "POST"
    form = CourseForm(
        request.POST if sent else None, request.FILES if sent else None, instance=course
    )
    way = OfferingForm(request.POST if sent else None, instance=offering) if may_offer else None
    valid = sent and form.is_valid() and (way is None or way.is_valid())
    if valid and _saved(request, course, form, way):
        messages.success(request, _("Saved."))
        return see_other(reverse("course:outline", args=[course.pk]))
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "form": form,
        "way": way,
        "offering": offering,
        "tab": "settings",
    }
    return render(request, "course/settings.html", context, status=422 if sent else 200)


def _saved(request: Request, course: Course, form: CourseForm, way: OfferingForm | None) -> bool:
    """Write both forms or neither; errors end up beside their fields."""
    told = dict(form.cleaned_data)
    picture = told.pop("picture")
    written: forms.Form | forms.ModelForm = form
    try:
        with transaction.atomic():
            if picture:
                told["image"] = keep_image(picture, name=picture.name, by_id=request.person.pk)
            change_course(course, by=request.person, **told)
            if way:
                written = way
                change_offering(course, by=request.person, **way.cleaned_data)
    except FileRefused as error:
        form.add_error("picture", str(error))
    except ValidationError as error:
        written.add_error(None, error)
    else:
        return True
    return False
