"""What a person says about themselves, and how the site behaves for them."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.people.actions import change_profile
from lyceum.core.people.models import Institution
from lyceum.web.account.forms import NameField
from lyceum.web.course.going_back import see_other
from lyceum.web.people.zones import zone_choices
from lyceum.web.policies import Request, signed_in


class ProfileForm(forms.Form):
    """Name, language, time zone, comforts. What is left open follows the institution."""

    name = NameField()
    language = forms.ChoiceField(label=lazy("Language"), required=False)
    time_zone = forms.ChoiceField(label=lazy("Time zone"), required=False)
    shortcuts = forms.BooleanField(
        label=lazy("Single-key shortcuts"),
        required=False,
        help_text=lazy("Turn them off if you dictate, or if keys are pressed by mistake."),
    )
    reduced_data = forms.BooleanField(
        label=lazy("Reduced data"),
        required=False,
        help_text=lazy("Pictures and videos load when you ask for them."),
    )

    def __init__(self, *args: object, institution: Institution, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        here = {"name": institution.name}
        like_here = ("", _("As at %(name)s") % here)
        languages = [(code, own_name(code)) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = [like_here, *languages]  # type: ignore[attr-defined]
        self.fields["time_zone"].choices = [like_here, *zone_choices()]  # type: ignore[attr-defined]


def own_name(code: str) -> str:
    """Return a language's name in that language."""
    return str(get_language_info(code)["name_local"]).capitalize()


@signed_in
@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    person = request.person
    sent = request.method == "POST"
    initial = {name: getattr(person, name) for name in ProfileForm.base_fields}
    form = ProfileForm(
        request.POST if sent else None, initial=initial, institution=request.institution
    )
    if sent and form.is_valid() and _saved(request, form):
        messages.success(request, _("Saved."))
        return see_other(reverse("people:profile"))
    return render(request, "people/profile.html", {"form": form}, status=422 if sent else 200)


def _saved(request: Request, form: ProfileForm) -> bool:
    try:
        change_profile(request.person, by=request.person, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
