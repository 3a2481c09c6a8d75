"""A new course: its name, and nothing else before it exists."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import create_module
from lyceum.core.enrolment.actions import open_course
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, institution


class CreationForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Name of the course"), max_length=200)


@institution("create_course")
@require_http_methods(["GET", "POST"])
def creation(request: Request) -> HttpResponse:
    form = CreationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            course = open_course(form.cleaned_data["title"], by=request.person)
            create_module(course, _("First module"), by=request.person)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return to_outline(course)
    status = 422 if request.method == "POST" else 200
    return render(request, "course/creation.html", {"form": form}, status=status)
