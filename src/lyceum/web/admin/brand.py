"""Name, logo, colour, language, time zone and sign-up of the institution."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.people.actions import change_institution
from lyceum.core.people.models import Institution
from lyceum.core.people.rules import is_colour
from lyceum.kernel.files import FileRefused, FileTooLarge, keep_image
from lyceum.web.account.forms import NameField
from lyceum.web.admin.brand_preview import preview_of
from lyceum.web.course.going_back import see_other
from lyceum.web.people.profile import own_name
from lyceum.web.people.zones import zone_choices
from lyceum.web.policies import Request, institution

LOGO_LIMIT = 2_000_000
LOGO_WIDTH = 256
KEPT = ("name", "colour", "language", "time_zone", "sign_up")


class BrandForm(forms.Form):
    """What everybody sees of the institution, and how its people come in."""

    name = NameField(label=lazy("Name"), widget=forms.TextInput())
    colour = forms.CharField(label=lazy("Colour"), widget=forms.TextInput(attrs={"type": "color"}))
    logo = forms.FileField(
        label=lazy("Logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/avif"}),
        help_text=lazy("PNG, JPEG or WebP, up to 2 MB. A square fits best."),
    )
    no_logo = forms.BooleanField(label=lazy("Take the logo away"), required=False)
    language = forms.ChoiceField(label=lazy("Language"))
    time_zone = forms.ChoiceField(label=lazy("Time zone"))
    sign_up = forms.ChoiceField(
        label=lazy("Who may come in"), choices=Institution.SignUp, widget=forms.RadioSelect
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        languages = [(code, own_name(code)) for code, _name in settings.LANGUAGES]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]
        self.fields["time_zone"].choices = list(zone_choices())  # type: ignore[attr-defined]

    def clean_colour(self) -> str:
        colour: str = self.cleaned_data["colour"].lower()
        if not is_colour(colour):
            raise ValidationError(_("Write the colour as # and six digits, like #1f6f5c."))
        return colour


@institution("brand")
@require_http_methods(["GET", "POST"])
def brand(request: Request) -> HttpResponse:
    here = request.institution
    status = 200
    if request.method == "POST":
        form = BrandForm(request.POST, request.FILES)
        status = _saved(request, form)
        if status == 200:
            messages.success(request, _("Saved. Everybody sees it from now on."))
            return see_other(reverse("admin:brand"))
        here.refresh_from_db()
    else:
        form = BrandForm(
            initial={
                name: getattr(here, name) for name in BrandForm.base_fields if hasattr(here, name)
            }
        )
    asked = request.GET.get("colour", "") or form["colour"].value() or ""
    context = {
        "form": form,
        "preview": preview_of(asked if is_colour(asked) else here.colour),
        "tab": "brand",
    }
    name = "admin/brand.html"
    if request.headers.get("X-Fragment") == "preview":
        name += "#preview"
    return render(request, name, context, status=status)


def _saved(request: Request, form: BrandForm) -> int:
    """Save the form and return the status: 200, 413 for a large logo, 422 for what does not fit."""
    if not form.is_valid():
        return 422
    told = dict(form.cleaned_data)
    logo, none = told.pop("logo"), told.pop("no_logo")
    try:
        with transaction.atomic():
            if logo:
                told["logo"] = keep_image(
                    logo,
                    name=logo.name,
                    by_id=request.person.pk,
                    limit=LOGO_LIMIT,
                    width=LOGO_WIDTH,
                )
            elif none:
                told["logo"] = None
            change_institution(request.institution, by=request.person, **told)
    except FileRefused as error:
        form.add_error("logo", str(error))
        return 413 if isinstance(error, FileTooLarge) else 422
    except ValidationError as error:
        form.add_error(None, error)
        return 422
    return 200
