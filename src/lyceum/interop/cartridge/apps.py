from django.apps import AppConfig


class CartridgeConfig(AppConfig):
    name = "lyceum.interop.cartridge"
    label = "cartridge"
