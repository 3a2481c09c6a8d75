"""Deleting a module with its items, and bringing it back."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import archive_module, restore_module
from lyceum.core.courses.models import Module
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, module
from lyceum.web.undo import offer_undo


@module("edit")
@require_POST
def module_archival(request: Request, module: Module) -> HttpResponse:
    if request.POST.get("restore"):
        restore_module(module, by=request.person)
        return to_outline(module.course, anchor=f"m-{module.pk}")
    archive_module(module, by=request.person)
    here = reverse("course:module_archival", args=[module.pk])
    offer_undo(request, _("“%(title)s” was deleted.") % {"title": module.title}, here)
    return to_outline(module.course)
