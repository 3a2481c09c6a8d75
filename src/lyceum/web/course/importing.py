"""Importing a package into a new course, or into this one; a check first writes nothing."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lyceum.core.courses.models import Course
from lyceum.interop.cartridge.actions import start_import
from lyceum.kernel.files import FileRefused, FileTooLarge
from lyceum.web import policies
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, institution


class PackageForm(forms.Form):
    """A package, and whether only to look at what would happen."""

    package = forms.FileField(
        label=gettext_lazy("Package"),
        widget=forms.FileInput(attrs={"accept": ".imscc,.zip"}),
        help_text=gettext_lazy("A Common Cartridge or a Canvas export (.imscc or .zip)."),
    )
    dry_run = forms.BooleanField(
        label=gettext_lazy("Only check it: show what would happen, change nothing"),
        required=False,
    )


@institution("create_course")
@require_http_methods(["GET", "POST"])
def importing(request: Request) -> HttpResponse:
    return _take(request, None)


@policies.course("edit")
@require_http_methods(["GET", "POST"])
def importing_into(request: Request, course: Course) -> HttpResponse:
    return _take(request, course)


def _take(request: Request, into: Course | None) -> HttpResponse:
    sent = request.method == "POST"
    form = PackageForm(request.POST if sent else None, request.FILES if sent else None)
    status = 422 if sent else 200
    if sent and form.is_valid():
        package = form.cleaned_data["package"]
        try:
            job = start_import(
                package,
                name=package.name or _("package"),
                into=into,
                dry_run=form.cleaned_data["dry_run"],
                by=request.person,
            )
        except FileTooLarge as error:
            status = 413
            form.add_error("package", str(error))
        except FileRefused as error:
            form.add_error("package", str(error))
        else:
            return see_other(reverse("course:import_report", args=[job.pk]))
    return render(request, "course/importing.html", {"form": form, "course": into}, status=status)
