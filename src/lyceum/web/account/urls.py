"""Signing in and out. The library's names are kept, since the library reverses them itself."""

from allauth.account import views
from django.urls import path, re_path

from lyceum.web.account import forms
from lyceum.web.account.answers import for_strangers, forgetting, offered
from lyceum.web.policies import signed_in

login = offered(for_strangers(views.LoginView.as_view(form_class=forms.LoginForm)))
logout = offered(forgetting(views.LogoutView.as_view()))
signup = offered(for_strangers(views.SignupView.as_view(form_class=forms.SignupForm)))
email = offered(views.EmailView.as_view(form_class=forms.AddressForm), signed_in)
change = offered(views.PasswordChangeView.as_view(form_class=forms.ChangePasswordForm), signed_in)
again = offered(views.ReauthenticateView.as_view(form_class=forms.PasswordAgainForm), signed_in)
reset = offered(views.PasswordResetView.as_view(form_class=forms.ResetForm))
from_key = offered(views.PasswordResetFromKeyView.as_view(form_class=forms.ResetKeyForm))

urlpatterns = [
    path("login", login, name="account_login"),
    path("logout", logout, name="account_logout"),
    path("signup", signup, name="account_signup"),
    path("inactive", offered(views.account_inactive), name="account_inactive"),
    path("email", email, name="account_email"),
    path(
        "confirm-email",
        offered(views.email_verification_sent),
        name="account_email_verification_sent",
    ),
    re_path(
        r"^confirm-email/(?P<key>[-:\w]+)$",
        offered(views.confirm_email),
        name="account_confirm_email",
    ),
    path("reauthenticate", again, name="account_reauthenticate"),
    path("password/change", change, name="account_change_password"),
    path("password/reset", reset, name="account_reset_password"),
    path(
        "password/reset/done",
        offered(views.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "password/reset/key/done",
        offered(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-:\w]+)$",
        from_key,
        name="account_reset_password_from_key",
    ),
]
