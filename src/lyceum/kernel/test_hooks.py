import pytest

from lyceum.kernel.hooks import Hook, HookTaken


def test_providers_come_in_the_order_they_registered():
    hook: Hook[str] = Hook("greetings", "Greets.")
    hook.register("b", "good morning")
    hook.register("a", "hello")
    assert list(hook) == ["good morning", "hello"]
    assert hook["a"] == "hello"
    assert "c" not in hook


def test_one_name_has_one_provider():
    hook: Hook[str] = Hook("greetings", "Greets.")
    hook.register("a", "hello")
    with pytest.raises(HookTaken, match="choose another name"):
        hook.register("a", "hi")
