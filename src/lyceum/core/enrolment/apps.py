from django.apps import AppConfig
from django.utils.module_loading import import_string


class EnrolmentConfig(AppConfig):
    name = "lyceum.core.enrolment"
    label = "enrolment"

    def ready(self) -> None:
        import_string("lyceum.core.enrolment.permissions.roles_in")
