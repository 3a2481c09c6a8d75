"""The files of a course, whether imported or uploaded: what they are and where they are used."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import create_item
from lyceum.core.courses.models import Course, CourseFile, Module
from lyceum.core.courses.queries import file_uses, files_of, modules_of
from lyceum.core.people.permissions import abilities
from lyceum.web.course.going_back import see_other, to_outline
from lyceum.web.policies import Request, course
from lyceum.web.sought import sought

PER_PAGE = 50


class PlaceForm(forms.Form):
    """Which file of a course, and into which of its modules."""

    file: "forms.ModelChoiceField[CourseFile]" = forms.ModelChoiceField(queryset=None)
    module: "forms.ModelChoiceField[Module]" = forms.ModelChoiceField(queryset=None)

    def __init__(self, course: Course, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "file": files_of(course),
            "module": Module.objects.filter(course=course, archived_at=None),
        }
        for name, rows in choices.items():
            cast(forms.ModelChoiceField, self.fields[name]).queryset = rows


@course("edit")
@require_http_methods(["GET", "POST"])
def files(request: Request, course: Course) -> HttpResponse:
    if request.method == "POST":
        return _add(request, course)
    q = sought(request)
    page = Paginator(files_of(course, q), PER_PAGE).get_page(request.GET.get("page"))
    uses = file_uses(course) if page.object_list else {}
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "tab": "files",
        "q": q,
        "page": page,
        "rows": [(file, uses.get(file.pk, [])) for file in page],
        "modules": modules_of(course),
    }
    return render(request, "course/files.html", context)


def _add(request: Request, course: Course) -> HttpResponse:
    """Put the file into the outline, as a draft item of the module."""
    form = PlaceForm(course, request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was added: choose a file and a module of this course."))
        return see_other(reverse("course:files", args=[course.pk]))
    file, module = form.cleaned_data["file"], form.cleaned_data["module"]
    item = create_item(module, "file", file.file.name[:200], {"file": file}, by=request.person)
    messages.success(request, _("“%(name)s” is in the outline, as a draft.") % {"name": item.title})
    return to_outline(course, anchor=f"i-{item.pk}")
