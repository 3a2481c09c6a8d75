"""Every hook is listed for plugin authors, says its purpose, and is used by a part of our own."""

import gc

import lyceum.hooks
from lyceum.kernel.hooks import PLUGIN_GROUP, Hook, load_plugins


def hooks():
    return [one for one in gc.get_objects() if type(one) is Hook and one.name not in {"greetings"}]


def test_every_hook_stands_in_the_one_file_that_plugin_authors_read():
    listed = {id(value) for value in vars(lyceum.hooks).values()}
    missing = [hook.name for hook in hooks() if id(hook) not in listed]
    assert not missing, f"List these in lyceum/hooks.py: {missing}"


def test_every_hook_says_what_it_is_for_and_is_used_by_a_built_in_part():
    for hook in hooks():
        assert hook.purpose.endswith("."), f"Write the purpose of {hook.name} as a sentence."
        assert hook.keys(), f"Nothing of our own uses the hook {hook.name}: use it or delete it."


def test_every_item_kind_keeps_the_promises_of_the_protocol():
    for kind in lyceum.hooks.ITEM_KINDS:
        assert isinstance(kind, lyceum.hooks.ItemKind)
        assert kind.completions, f"{kind.name} needs at least one way to be done."


def test_installed_plugins_load():
    assert PLUGIN_GROUP == "lyceum.plugins"
    assert isinstance(load_plugins(), list)
