"""Routes for load balancers and whoever watches the site."""

from django.urls import path

from lyceum.web.status import healthz, readyz

app_name = "status"
urlpatterns = [
    path("healthz", healthz.healthz, name="healthz"),
    path("readyz", readyz.readyz, name="readyz"),
]
