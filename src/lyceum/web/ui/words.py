"""Small words with a meaning: states, labels, keys, moments."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lyceum.kernel import clock

STATES = {
    "draft": (gettext_lazy("Draft"), "warn"),
    "scheduled": (gettext_lazy("Scheduled"), "quiet"),
    "published": (gettext_lazy("Published"), "done"),
    "archived": (gettext_lazy("Deleted"), "bad"),
}


def chip(text: str, tone: str = "quiet") -> SafeString:
    """A few words as a pill; tone: quiet, done, warn, bad or accent."""
    return format_html('<span class="chip" data-tone="{}">{}</span>', tone, text)


def state(name: str) -> SafeString:
    """Name a state (draft, scheduled, published, archived) as a pill."""
    word, tone = STATES[name]
    return chip(str(word), tone)


def key(*names: str) -> SafeString:
    """Keys to press together: `{% key "Ctrl" "K" %}`."""
    return format_html_join(" ", "<kbd>{}</kbd>", ((name,) for name in names))


def moment(when: datetime | date | None, style: str = "short") -> SafeString:
    """A time in the person's zone; hovering tells all of it.

    style: short (“24 Nov, 18:00”; with the year when it is another one), date, or ago.
    """
    if when is None:
        return SafeString("–")
    if not isinstance(when, datetime):
        return _time(when.isoformat(), date_format(when, "j F Y"), date_format(when, "j M Y"))
    local = timezone.localtime(when)
    full = f"{date_format(local, 'l, j F Y, H:i')} {local.tzname()}"
    return _time(local.isoformat(timespec="minutes"), full, _said(local, style))


def _said(local: datetime, style: str) -> str:
    now = timezone.localtime(clock.now())
    if style == "ago" and local <= now:
        return _("%(time)s ago") % {"time": timesince(local, now, depth=1)}
    day = date_format(local, "j M" if local.year == now.year else "j M Y")
    return day if style == "date" else f"{day}, {date_format(local, 'H:i')}"


def _time(machine: str, full: str, said: str) -> SafeString:
    return format_html('<time datetime="{}" title="{}">{}</time>', machine, full, said)


def callout_words() -> SafeString:
    """Return custom properties that name the callouts authors write, for the page's `<style>`."""
    named = {
        "note": _("Note"),
        "tip": _("Tip"),
        "warning": _("Warning"),
        "important": _("Important"),
        "formula": _("A formula that could not be drawn:"),
    }
    pairs = (f'--word-{name}:"{css_text(word)}"' for name, word in named.items())
    return mark_safe(":root{" + ";".join(pairs) + "}")


def css_text(text: str) -> str:
    """Return the text as it stands inside a quoted CSS string (CSS Syntax 3, §4.3.5)."""
    return "".join(f"\\{ord(sign):x} " if sign in '"\\<\n' else sign for sign in text)
