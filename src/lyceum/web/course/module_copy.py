"""A copy of a module with its items."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import duplicate_module
from lyceum.core.courses.models import Module
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, module


@module("edit")
@require_POST
def module_copy(request: Request, module: Module) -> HttpResponse:
    twin = duplicate_module(module, by=request.person)
    return to_outline(module.course, anchor=f"m-{twin.pk}")
