"""The components of the design system, by name. Their markup stands in `web/ui/components/`."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.forms import BoundField, CheckboxInput, RadioSelect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from lyceum.web.ui.hot import slot_mark
from lyceum.web.ui.palette import css_of

register = template.Library()

RING = 226.19  # the length of a circle of radius 36
STATES = {
    "draft": (_("Draft"), "warn"),
    "published": (_("Published"), "done"),
    "archived": (_("Deleted"), "bad"),
}
MIRRORED = {"arrow-left", "arrow-right", "corner-down-right", "external-link", "chevron-right"}


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, str]:
    """Return the inner shapes of the icons, as the build wrote them from Lucide."""
    path = finders.find("icons.json") or settings.STATIC_ROOT / "icons.json"
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=512)
def _drawn(name: str) -> SafeString:
    mirror = " data-mirror" if name in MIRRORED else ""
    shape = _shapes().get(name, "")
    return mark_safe(f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true"{mirror}>{shape}</svg>')


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a Lucide icon of `web/ui/icons.txt`. It is decoration: say in words what it means."""
    return _drawn(name)


@register.simple_tag
def ring(percent: int) -> SafeString:
    """Draw progress as a ring with its number, read aloud as “64 percent done”."""
    percent = max(0, min(100, int(percent or 0)))
    context = {"percent": percent, "length": round(RING * percent / 100, 1), "whole": RING}
    return render_to_string("ui/components/ring.html", context)


@register.simple_tag
def bar(percent: int) -> SafeString:
    """Draw progress as a bar; put the number beside it in words."""
    percent = max(0, min(100, int(percent or 0)))
    return format_html(
        '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="6"/><rect class="fill" width="{}" height="6"/>'
        "</svg>",
        percent,
    )


@register.simple_tag
def avatar(name: str) -> SafeString:
    """Draw the initials of a person; their name has to stand beside it."""
    words = name.split()
    letters = "".join(word[0] for word in [words[0], *words[1:][-1:]] if word) if words else "?"
    return format_html('<span class="avatar" aria-hidden="true">{}</span>', letters.upper())


@register.simple_tag
def state(name: str) -> SafeString:
    """Name a state (draft, published, archived) as a pill."""
    word, tone = STATES[name]
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, word)


@register.simple_tag
def chip(text: str, tone: str = "quiet") -> SafeString:
    """A few words as a pill; tone: quiet, done, warn, bad or accent."""
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, text)


@register.inclusion_tag("ui/components/empty_state.html")
def empty_state(
    title: str, text: str, url: str = "", action: str = "", icon: str = "inbox"
) -> dict[str, Any]:
    """Say that a list is empty, and what to do next, with the button for it."""
    return {"title": title, "text": text, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("ui/components/pager.html", takes_context=True)
def pager(context: template.Context, page: Any) -> dict[str, Any]:
    """Lead to the pages before and after, keeping what was searched for."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.inclusion_tag("ui/components/field.html")
def field(field: BoundField, autofocus: bool = False, autocomplete: str = "") -> dict[str, Any]:
    """A form's field with its label, help and errors, tied together for screen readers."""
    described = []
    if field.help_text:
        described.append(f"{field.id_for_label}-help")
    if field.errors:
        described.append(f"{field.id_for_label}-error")
    attributes: dict[str, Any] = {}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if field.errors:
        attributes["aria-invalid"] = "true"
    if autofocus:
        attributes["autofocus"] = True
    if autocomplete:
        attributes["autocomplete"] = autocomplete
    return {
        "field": field,
        "widget": field.as_widget(attrs=attributes),
        "is_choice": isinstance(field.field.widget, CheckboxInput),
        "is_group": isinstance(field.field.widget, RadioSelect),
    }


@register.inclusion_tag("ui/components/form_errors.html")
def form_errors(form: Any) -> dict[str, Any]:
    """Errors that belong to no single field."""
    return {"errors": form.non_field_errors() if form is not None else []}


@register.simple_tag(takes_context=True)
def script(context: template.Context, name: str) -> SafeString:
    """Load one of the page's own scripts."""
    return format_html(
        '<script type="module" nonce="{}" src="{}"></script>',
        context.get("csp_nonce", ""),
        static(f"{name}.js"),
    )


@register.simple_tag
def stylesheet(name: str) -> SafeString:
    """Load a style sheet that only few pages need."""
    return format_html('<link rel="stylesheet" href="{}">', static(f"{name}.css"))


@register.simple_tag
def brand_css(colour: str) -> SafeString:
    """Return the custom properties of a brand colour, for the page's one `<style nonce>`."""
    return mark_safe(css_of(colour))


@register.simple_tag
def slot(*name: object) -> SafeString:
    """Leave a place in a hot part, filled anew for each person."""
    return slot_mark("-".join(str(part) for part in name))


@register.filter
def undo_action(tags: str) -> str:
    """Return the address that takes a step back, where a message carries one."""
    marks = (tags or "").split()
    return marks[marks.index("undo") + 1] if "undo" in marks else ""


@register.simple_tag
def language_direction(code: str) -> str:
    """Return rtl or ltr, the direction of a language."""
    return "rtl" if code.split("-")[0] in {"ar", "fa", "he", "ur", "yi"} else "ltr"
