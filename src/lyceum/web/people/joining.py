"""A user who is signed in and no person here: says so, and lets them in where sign-up is open."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lyceum.core.people.actions import join_institution
from lyceum.web.account.forms import NameField
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, public, to_sign_in


class JoiningForm(forms.Form):
    """The name to go by in this institution."""

    name = NameField()


@public
@require_http_methods(["GET", "POST"])
def joining(request: Request) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_sign_in(request)
    if request.person:
        return HttpResponseRedirect(reverse("home:home"))
    sent = request.method == "POST"
    form = JoiningForm(request.POST if sent else None)
    if sent and form.is_valid():
        try:
            join_institution(request.institution, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Welcome."))
            return see_other(reverse("home:home"))
    return render(request, "people/joining.html", {"form": form}, status=422 if sent else 200)
