"""Publishing all that learners could use of a module, as after an import."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import publish_module
from lyceum.core.courses.models import Module
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, module


@module("edit")
@require_POST
def module_publication(request: Request, module: Module) -> HttpResponse:
    count = publish_module(module, by=request.person)
    sentence = ngettext("%(n)d item was published.", "%(n)d items were published.", count)
    messages.success(request, sentence % {"n": count})
    return to_outline(module.course, anchor=f"m-{module.pk}")
