"""Writing a page in the place where learners read it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import PageConflict, change_item, discard_draft, publish_page
from lyceum.core.courses.models import Item
from lyceum.core.courses.queries import draft_of
from lyceum.core.people.rules import has_visible_text
from lyceum.kernel.markup import MarkupTooLarge
from lyceum.web.course.draft import MOST_REVISIONS
from lyceum.web.course.going_back import see_other, to_outline
from lyceum.web.course.item import player_context
from lyceum.web.policies import Request, item


class TextForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    body = forms.CharField(
        label=gettext_lazy("Text"), widget=forms.Textarea, required=False, strip=False
    )
    based_on = forms.IntegerField(min_value=0, max_value=MOST_REVISIONS, widget=forms.HiddenInput)

    def clean(self) -> None:
        if not has_visible_text(self.cleaned_data.get("title", "")):
            raise ValidationError(_("Give it a title that can be read."))


@item("edit")
@require_http_methods(["GET", "POST"])
def text(request: Request, item: Item) -> HttpResponse:
    if item.kind != "page":
        raise Http404
    if request.method == "GET":
        return _show(request, item, _begun(request, item))
    if request.POST.get("discard"):
        discard_draft(item, by=request.person)
        return see_other(reverse("course:item", args=[item.pk]))
    return _publish(request, item, TextForm(request.POST))


def _begun(request: Request, item: Item) -> TextForm:
    draft = draft_of(item, request.person)
    return TextForm(
        initial={
            "title": item.title,
            "body": draft.body if draft else item.page.body,
            "based_on": draft.based_on if draft else item.page.revision,
        }
    )


def _publish(request: Request, item: Item, form: TextForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, item, form, status=422)
    written = form.cleaned_data
    try:
        publish_page(item, written["body"], based_on=written["based_on"], by=request.person)
        change_item(item, title=written["title"], by=request.person)
    except MarkupTooLarge as error:
        form.add_error("body", str(error))
        return _show(request, item, form, status=413)
    except PageConflict as conflict:
        return _show(request, item, form, status=409, conflict=conflict)
    if not item.course.is_published:
        messages.success(request, _("Saved. Learners see it when the course is published."))
        return to_outline(item.course, anchor=f"i-{item.pk}")
    messages.success(request, _("Published. Learners see this text now."))
    return see_other(reverse("course:item", args=[item.pk]))


def _show(
    request: Request,
    item: Item,
    form: TextForm,
    status: int = 200,
    conflict: PageConflict | None = None,
) -> HttpResponse:
    context = player_context(request, item) | {
        "form": form,
        "conflict": conflict,
        "draft_url": reverse("course:draft", args=[item.pk]),
        "upload_url": reverse("course:upload", args=[item.course_id]),
        "copy_key": f"{item.pk}:{request.person.pk}",
    }
    return render(request, "course/text.html", context, status=status)
