"""Screens fetch through what the person may see, and only actions write."""

import ast

from lyceum.config.house.source import files, functions, name_of, tree

WRITES = {
    "create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "save", "delete",
    "update",
}  # fmt: skip
WRITERS = {"actions", "marking", "tasks", "delivery", "load", "scale"}
KERNEL_MAY = "src/lyceum/kernel/"


def screens():
    return [
        path
        for path in files("*.py", "src/lyceum/web")
        if not path.stem.startswith("test_") and path.stem != "conftest"
    ]


def calls(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


def through_objects(call):
    value = call.func.value
    while isinstance(value, ast.Call | ast.Attribute):
        if isinstance(value, ast.Attribute) and value.attr == "objects":
            return True
        value = value.func if isinstance(value, ast.Call) else value.value
    return False


def test_no_screen_gets_an_object_past_what_the_person_may_see():
    found = [
        f"{name_of(path)}:{call.lineno}"
        for path in screens()
        for call in calls(path)
        if call.func.attr == "get" and through_objects(call)
    ]
    assert not found, f"Fetch through a query that takes the person: {found}"


def test_no_screen_writes_by_itself():
    found = [
        f"{name_of(path)}:{call.lineno} .{call.func.attr}()"
        for path in screens()
        for call in calls(path)
        if call.func.attr in WRITES and through_objects(call)
    ]
    assert not found, f"Move the write into an action of the domain: {found}"


def test_imports_stand_at_the_top():
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in files("*.py", "src")
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not found, f"An import inside a function hides a broken arrow: {found}"
