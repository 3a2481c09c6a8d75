"""Routes of a person's own matters: profile, language, coming in by invitation."""

from django.urls import path

from lyceum.web.people import acceptance, invitation, joining, language, profile

app_name = "people"
urlpatterns = [
    path("me", profile.profile, name="profile"),
    path("language", language.language, name="language"),
    path("invitations/<str:token>", invitation.invitation, name="invitation"),
    path("invitation", acceptance.acceptance, name="acceptance"),
    path("joining", joining.joining, name="joining"),
]
