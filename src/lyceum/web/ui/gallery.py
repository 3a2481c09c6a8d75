"""The gallery: every component in every state, for those who build screens and for the tests.

`?theme=dark`, `?dir=rtl` and `?lang=ar-xb` (the pseudo-locale) show it as it would be there.
"""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from lyceum.kernel import clock
from lyceum.web.policies import Request, signed_in
from lyceum.web.ui import pseudo
from lyceum.web.ui.drawing import shapes

PARTS = [
    "words", "icons", "buttons", "fields", "notices", "progress", "lists", "outline", "navigation",
    "text",
]  # fmt: skip
LOOKS = [
    ("Light", "theme=light"),
    ("Dark", "theme=dark"),
    ("Right to left", "theme=light&dir=rtl"),
    ("Both", "theme=dark&dir=rtl"),
    ("Pseudo-locale", f"theme=light&lang={pseudo.LANGUAGE}"),
]


class SampleForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Name", help_text="As it should appear to others.")
    mail = forms.EmailField(label="E-mail address", required=False)
    role = forms.ChoiceField(label="Role", choices=[("a", "Learner"), ("b", "Teacher")])
    way = forms.ChoiceField(
        label="How learners come in",
        choices=[("open", "Open"), ("code", "With a code")],
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(label="Only check it", required=False)
    keys = forms.BooleanField(
        label="Single-key shortcuts",
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"role": "switch"}),
    )
    colour = forms.CharField(
        label="Colour", widget=forms.TextInput(attrs={"type": "color"}), initial="#1f6f5c"
    )
    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    file = forms.FileField(
        label="File", required=False, help_text="Choose it, or drop it here; up to 256 MB."
    )


@signed_in
@require_safe
def gallery(request: Request) -> HttpResponse:
    messages.success(request, "“Tides” was deleted.", extra_tags="undo /ui/")
    shut = SampleForm(auto_id="shut_%s", initial={"name": "Amina Diallo"})
    for field in shut.fields.values():
        field.disabled = True
    theme, direction = request.GET.get("theme", ""), request.GET.get("dir", "")
    context = {
        "theme": theme,
        "direction": direction if direction in {"ltr", "rtl"} else "",
        "look": request.GET.urlencode(),
        "looks": LOOKS,
        "parts": PARTS,
        "icons": sorted(shapes()),
        "empty_form": SampleForm(initial={"way": "open"}),
        "wrong_form": SampleForm({"mail": "nobody", "role": "c"}, auto_id="wrong_%s"),
        "shut_form": shut,
        "page": Paginator(range(100), 10).get_page(request.GET.get("page", 3)),
        "percents": [0, 4, 50, 99, 100],
        "tones": ["quiet", "done", "warn", "bad", "accent"],
        "now": clock.now(),
        "earlier": clock.now() - timedelta(days=9),
    }
    shown = pseudo.LANGUAGE if request.GET.get("lang") == pseudo.LANGUAGE else get_language()
    with override(shown):
        return render(request, "ui/gallery.html", context)
