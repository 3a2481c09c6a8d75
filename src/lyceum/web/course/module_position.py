"""The place of a module in the outline, set by buttons, keys or drag."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import move_module
from lyceum.core.courses.models import Module
from lyceum.web.course.going_back import to_outline
from lyceum.web.course.positions import wanted_position
from lyceum.web.policies import Request, module


@module("edit")
@require_POST
def module_position(request: Request, module: Module) -> HttpResponse:
    move_module(module, wanted_position(request, module.position), by=request.person)
    return to_outline(module.course, anchor=f"m-{module.pk}")
