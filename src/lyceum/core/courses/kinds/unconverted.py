"""What was imported and has no kind here yet: kept whole, to be converted by a later kind."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.kinds.protocol import Exported
from lyceum.core.courses.models import Item, Unconverted


class UnconvertedForm(forms.Form):
    """Nothing of it can be edited before it is converted."""


class UnconvertedKind:
    """A quiz, discussion, assignment or tool that waits, with its source attached."""

    name = "unconverted"
    label = _("To be converted")
    icon = "package-open"
    form = UnconvertedForm
    completions = ("none",)
    template = "course/kinds/unconverted.html"
    reports_grade = False
    can_be_added = False

    def initial(self, item: Item) -> dict[str, Any]:
        return {}

    def write(self, item: Item, data: Mapping[str, Any], *, by: Any) -> None:
        Unconverted.objects.update_or_create(item=item, defaults=dict(data))

    def content(self, item: Item) -> dict[str, Any]:
        waiting = Unconverted.objects.select_related("source__file").get(item=item)
        return {"unconverted": waiting}

    def copy(self, source: Item, target: Item) -> None:
        self.restore(target, self.export(source))

    def export(self, item: Item) -> Exported:
        waiting = self.content(item)["unconverted"]
        data = {"format": waiting.format, "type": waiting.type, "note": waiting.note}
        return Exported(data, {"source": waiting.source} if waiting.source else {})

    def restore(self, item: Item, exported: Exported) -> None:
        source = exported.files.get("source")
        Unconverted.objects.create(item=item, source=source, **exported.data)
