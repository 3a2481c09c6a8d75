"""The components of the design system, by name (`web/ui/README.md` lists them, `/ui/` shows them).

Their markup stands in `web/ui/components/`.
"""

from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lyceum.web.ui import drawing, fields, words
from lyceum.web.ui.hot import render_hot, slot_mark
from lyceum.web.ui.palette import css_of

register = template.Library()

for drawn in (drawing.icon, drawing.ring, drawing.bar, drawing.avatar):
    register.simple_tag(drawn, name=drawn.__name__)
for said in (words.chip, words.state, words.key, words.moment, words.callout_words):
    register.simple_tag(said, name=said.__name__)
register.inclusion_tag("ui/components/field.html")(fields.field)
register.inclusion_tag("ui/components/form_errors.html")(fields.form_errors)

NOTICES = {"": "info", "done": "circle-check", "warn": "triangle-alert", "bad": "circle-x"}


@register.simple_block_tag
def notice(content: str, tone: str = "", title: str = "", role: str | None = None) -> SafeString:
    """Say something that stays; tone: none, done, warn or bad. What went wrong is read at once."""
    spoken = ("alert" if tone == "bad" else "") if role is None else role
    context = {"content": content, "tone": tone, "title": title, "role": spoken}
    return render_to_string("ui/components/notice.html", context | {"icon": NOTICES[tone]})


@register.simple_block_tag
def dialog(content: str, name: str, title: str) -> SafeString:
    """A native dialog. `<button type="button" command="show-modal" commandfor=name>` opens it."""
    return render_to_string(
        "ui/components/dialog.html", {"content": content, "name": name, "title": title}
    )


@register.simple_block_tag
def menu(content: str, label: str, icon: str = "ellipsis") -> SafeString:
    """What else can be done: links, and forms with one button each."""
    return render_to_string(
        "ui/components/menu.html", {"content": content, "label": label, "icon": icon}
    )


@register.inclusion_tag("ui/components/empty_state.html")
def empty_state(
    title: str, text: str, url: str = "", action: str = "", icon: str = "inbox"
) -> dict[str, Any]:
    """Say that a list is empty, and what to do next, with the button for it."""
    return {"title": title, "text": text, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("ui/components/back.html")
def back(url: str, text: str) -> dict[str, Any]:
    """The way back to what holds this screen, by name."""
    return {"url": url, "text": text}


@register.inclusion_tag("ui/components/pager.html", takes_context=True)
def pager(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Lead to the pages before and after, keeping what was searched for."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.inclusion_tag("ui/components/job_progress.html")
def job_progress(title: str, percent: int | None = None, note: str = "") -> dict[str, Any]:
    """How far a job is; without a percentage it only says that it runs."""
    return {"title": title, "percent": percent, "note": note}


@register.inclusion_tag("ui/components/skeleton.html")
def skeleton(lines: int = 3) -> dict[str, Any]:
    """Room for what is being fetched, so that nothing jumps when it comes."""
    return {"lines": range(lines)}


# The frame of the page --------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def rail(context: template.Context) -> SafeString:
    """The four destinations: the same for all who stand at the same place."""
    institution, person = context.get("institution"), context.get("person")
    match = context["request"].resolver_match
    shown = {
        "inside": person is not None,
        "administers": person is not None and person.administers,
        "here": match.view_name if match else "",
        "area": match.app_name if match else "",
    }
    brand = (institution.pk, institution.name, institution.logo_id) if institution else ()
    return render_hot(
        key=("rail", brand, *shown.values()),
        template="ui/components/rail.html",
        context=shown | {"institution": institution},
        slots={},
    )


@register.simple_tag
def palette() -> SafeString:
    """The way to anything by its name, and the list of keys."""
    return render_hot(key=("palette",), template="ui/components/palette.html", context={}, slots={})


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
