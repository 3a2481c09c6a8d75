"""Foreign keys point down, like imports do, and say so with the class itself."""

import ast

from django.apps import apps

from lyceum.config.house.source import files, name_of, tree

ORDER = ["kernel", "people", "courses", "enrolment", "record"]
"""Apps that own tables, from the lowest up; each later app is added above what it may point to."""
LIBRARIES = {"account", "auth", "contenttypes", "sessions", "django_tasks_database", "messages"}
FIELDS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def test_every_app_with_tables_has_its_place_in_the_order():
    owning = {model._meta.app_label for model in apps.get_models()}
    assert owning - LIBRARIES <= set(ORDER), "Add the app to ORDER, above what it points to."


def test_foreign_keys_point_down():
    up = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in apps.get_models()
        if model._meta.app_label in ORDER
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if ORDER.index(model._meta.app_label) < ORDER.index(field.related_model._meta.app_label)
    ]
    assert not up, f"Put a OneToOne on the upper side, or emit an event: {up}"


def test_foreign_keys_name_classes_so_that_linters_see_them():
    strings = [
        f"{name_of(path)}:{node.lineno}"
        for path in files("models*.py", "src") + files("*.py", "src/lyceum/core")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") in FIELDS
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value != "self"
    ]
    assert not strings, f"Import the class and name it: {strings}"
