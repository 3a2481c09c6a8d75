"""The gallery: every component in every state, for those who build screens and for the tests."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.web.policies import Request, signed_in


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
    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    file = forms.FileField(label="File", required=False)


@signed_in
@require_safe
def gallery(request: Request) -> HttpResponse:
    messages.success(request, "“Tides” was deleted.", extra_tags="undo /ui/")
    context = {
        "theme": request.GET.get("theme", ""),
        "direction": request.GET.get("dir", ""),
        "empty_form": SampleForm(initial={"way": "open"}),
        "wrong_form": SampleForm({"mail": "nobody", "role": "c"}),
        "page": Paginator(range(100), 10).get_page(request.GET.get("page", 3)),
        "percents": [0, 4, 50, 99, 100],
        "states": ["draft", "published", "archived"],
        "tones": ["quiet", "done", "warn", "bad", "accent"],
    }
    return render(request, "ui/gallery.html", context)
