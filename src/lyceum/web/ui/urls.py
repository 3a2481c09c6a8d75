"""Routes of the shell itself: gallery, manifest, mark, logo, service worker, offline page."""

from django.urls import path

from lyceum.web.ui import gallery, logo, manifest, mark, offline, worker

app_name = "ui"
urlpatterns = [
    path("ui/", gallery.gallery, name="gallery"),
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
    path("mark.svg", mark.mark, name="mark"),
    path("logo", logo.logo, name="logo"),
    path("sw.js", worker.worker, name="worker"),
    path("offline", offline.offline, name="offline"),
]
