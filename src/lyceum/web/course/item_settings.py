"""What an item is called, when it counts as done, and what its kind holds."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.actions import change_item
from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item
from lyceum.kernel.files import FileRefused
from lyceum.web.course.going_back import to_outline
from lyceum.web.policies import Request, item


class ItemForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    completion = forms.ChoiceField(label=_("Counts as done"))
    minimum_minutes = forms.IntegerField(
        label=_("Minimum minutes"), min_value=0, max_value=600, required=False
    )

    def __init__(self, *args: object, item: Item, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        allowed = ITEM_KINDS[item.kind].completions
        self.fields["completion"].choices = [  # type: ignore[attr-defined]
            choice for choice in Item.Completion.choices if choice[0] in allowed
        ]

    def changes(self) -> dict[str, object]:
        told = self.cleaned_data
        seconds = 60 * (told["minimum_minutes"] or 0)
        return {
            "title": told["title"],
            "completion": told["completion"],
            "minimum_seconds": seconds,
        }


@item("edit")
@require_http_methods(["GET", "POST"])
def item_settings(request: Request, item: Item) -> HttpResponse:
    kind = ITEM_KINDS[item.kind]
    if request.method == "GET":
        form = ItemForm(
            item=item,
            initial={
                "title": item.title,
                "completion": item.completion,
                "minimum_minutes": item.minimum_seconds // 60,
            },
        )
        return _show(request, item, form, kind.form(initial=kind.initial(item)))
    form = ItemForm(request.POST, item=item)
    own = kind.form(request.POST, request.FILES)
    if form.is_valid() and own.is_valid():
        try:
            change_item(item, data=own.cleaned_data, by=request.person, **form.changes())
        except FileRefused as error:
            own.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return to_outline(item.course, anchor=f"i-{item.pk}")
    return _show(request, item, form, own, status=422)


def _show(
    request: Request, item: Item, form: forms.Form, own: forms.Form, status: int = 200
) -> HttpResponse:
    context = {
        "item": item,
        "course": item.course,
        "kind": ITEM_KINDS[item.kind],
        "form": form,
        "own": own,
    }
    return render(request, "course/item_settings.html", context, status=status)
