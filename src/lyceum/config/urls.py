"""All routes, by area. Who may reach each is declared on its view (`lyceum.web.policies`)."""

from django.urls import include, path

urlpatterns = [
    path("", include("lyceum.web.home.urls")),
    path("catalogue/", include("lyceum.web.catalogue.urls")),
    path("", include("lyceum.web.course.urls")),
    path("", include("lyceum.web.people.urls")),
    path("institution/", include("lyceum.web.admin.urls")),
    path("account/", include("lyceum.web.account.urls")),
    path("", include("lyceum.web.status.urls")),
    path("", include("lyceum.web.ui.urls")),
]

handler400 = "lyceum.web.errors.pages.bad_request"
handler403 = "lyceum.web.errors.pages.forbidden"
handler404 = "lyceum.web.errors.pages.not_found"
handler429 = "lyceum.web.errors.pages.too_often"
handler500 = "lyceum.web.errors.pages.server_error"
