"""A new item of a module. A page begins in the editor at once; others ask for what they hold."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import create_item, publish_item
from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Module
from lyceum.kernel.files import FileRefused, FileTooLarge
from lyceum.web.course.going_back import see_other, to_outline
from lyceum.web.policies import Request, module


class TitleForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)


@module("edit")
@require_http_methods(["GET", "POST"])
def item_creation(request: Request, module: Module, kind: str) -> HttpResponse:
    if kind not in ITEM_KINDS or not ITEM_KINDS[kind].can_be_added:
        raise Http404
    if kind == "page" and request.method == "POST" and not request.POST.get("title"):
        item = create_item(module, kind, _("New page"), by=request.person)
        return see_other(reverse("course:text", args=[item.pk]))
    return _ask(request, module, kind)


def _ask(request: Request, module: Module, kind: str) -> HttpResponse:
    sent = request.method == "POST"
    title = TitleForm(request.POST if sent else None)
    form = ITEM_KINDS[kind].form(request.POST if sent else None, request.FILES if sent else None)
    for field in form.fields.values():
        field.required = field.required or isinstance(field, forms.FileField)
    status = 422 if sent else 200
    if sent and title.is_valid() and form.is_valid():
        try:
            return _create(request, module, kind, title.cleaned_data["title"], form.cleaned_data)
        except FileTooLarge as error:
            status = 413
            form.add_error(None, str(error))
        except FileRefused as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            about_title = "title" in getattr(error, "error_dict", {})
            (title if about_title else form).add_error(None, error)
    context = {
        "module": module,
        "course": module.course,
        "kind": ITEM_KINDS[kind],
        "title_form": title,
        "form": form,
    }
    return render(request, "course/item_creation.html", context, status=status)


def _create(
    request: Request, module: Module, kind: str, title: str, data: dict[str, object]
) -> HttpResponse:
    item = create_item(module, kind, title, data, by=request.person)
    if kind == "page":
        return see_other(reverse("course:text", args=[item.pk]))
    if request.POST.get("publish"):
        publish_item(item, by=request.person)
    return to_outline(module.course, anchor=f"i-{item.pk}")
