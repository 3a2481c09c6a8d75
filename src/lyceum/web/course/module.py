"""A module of the outline: made, and named."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import create_module, rename_module
from lyceum.core.courses.models import Course, Module
from lyceum.web import policies
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request


@policies.course("edit")
@require_POST
def new_module(request: Request, course: Course) -> HttpResponse:
    title = request.POST.get("title") or _("New module")
    try:
        module = create_module(course, title, by=request.person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return to_outline(course)
    return to_outline(course, anchor=f"m-{module.pk}")


@policies.module("edit")
@require_POST
def module(request: Request, module: Module) -> HttpResponse:
    try:
        rename_module(module, request.POST.get("title", ""), by=request.person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return to_outline(module.course, anchor=f"m-{module.pk}")
