from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lyceum.core.people"
    label = "people"
