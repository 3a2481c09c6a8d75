"""Routes of home: what now, my courses, jump."""

from django.urls import path

from lyceum.web.home import courses, home, jump

app_name = "home"
urlpatterns = [
    path("", home.home, name="home"),
    path("courses", courses.courses, name="courses"),
    path("jump", jump.jump, name="jump"),
]
