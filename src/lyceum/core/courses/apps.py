from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "lyceum.core.courses"
    label = "courses"
