from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from lyceum.kernel.hooks import load_plugins


class KernelConfig(AppConfig):
    name = "lyceum.kernel"
    label = "kernel"

    def ready(self) -> None:
        autodiscover_modules("subscribers", "tasks", "kinds")
        load_plugins()
