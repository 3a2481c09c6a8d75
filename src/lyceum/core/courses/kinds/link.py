"""A page elsewhere."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.kinds.protocol import Exported
from lyceum.core.courses.models import Item, Link


class LinkForm(forms.Form):
    """The address of the page."""

    url = forms.URLField(
        label=_("Address"),
        max_length=2000,
        validators=[URLValidator(["http", "https"])],
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )


class LinkKind:
    """One address outside, opened in a tab of its own."""

    name = "link"
    label = _("Link")
    icon = "external-link"
    form = LinkForm
    completions = ("viewed", "marked", "none")
    template = "course/kinds/link.html"
    reports_grade = False
    can_be_added = True

    def initial(self, item: Item) -> dict[str, Any]:
        return {"url": item.link.url}

    def write(self, item: Item, data: Mapping[str, Any], *, by: Any) -> None:
        Link.objects.update_or_create(item=item, defaults={"url": data["url"]})

    def content(self, item: Item) -> dict[str, Any]:
        return {"url": item.link.url, "host": urlsplit(item.link.url).hostname or ""}

    def copy(self, source: Item, target: Item) -> None:
        self.restore(target, self.export(source))

    def export(self, item: Item) -> Exported:
        return Exported({"url": item.link.url}, {})

    def restore(self, item: Item, exported: Exported) -> None:
        Link.objects.create(item=item, url=exported.data["url"])
