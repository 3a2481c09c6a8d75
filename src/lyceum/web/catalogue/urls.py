"""Routes of the catalogue: find a course, look at it, come in."""

from django.urls import path

from lyceum.web.catalogue import catalogue, joining, preview

app_name = "catalogue"
urlpatterns = [
    path("", catalogue.catalogue, name="catalogue"),
    path("<uuid:course_id>", preview.preview, name="preview"),
    path("<uuid:course_id>/joining", joining.joining, name="joining"),
]
