from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "lyceum.core.record"
    label = "record"
