import os
import stat

import pytest

from lyceum.config.environment import VARIABLES, BadSetting, secret_key, value
from lyceum.config.house.source import ROOT, files


def test_every_variable_is_documented_with_its_meaning():
    page = (ROOT / "docs/guide/settings.md").read_text()
    missing = [v.name for v in VARIABLES.values() if f"| `{v.name}` |" not in page]
    unexplained = [v.name for v in VARIABLES.values() if v.meaning not in page]
    assert not missing + unexplained, f"Write docs/guide/settings.md for: {missing + unexplained}"


def test_the_environment_is_read_in_one_module_alone():
    reading = [
        path.name
        for path in files("*.py", "src")
        if ("os.environ" in path.read_text() or "getenv" in path.read_text())
        and path.name != "environment.py"
        and not path.name.startswith("test_")
        and "DJANGO_SETTINGS_MODULE" not in path.read_text()
    ]
    assert not reading, f"Declare a variable in config/environment.py instead: {reading}"


@pytest.mark.parametrize(("text", "truth"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_a_switch_is_1_or_0(text, truth):
    assert value("LYCEUM_DEBUG", {"LYCEUM_DEBUG": text}) is truth


@pytest.mark.parametrize(
    ("name", "text"), [("LYCEUM_DEBUG", "perhaps"), ("LYCEUM_FILE_LIMIT", "much")]
)
def test_nonsense_ends_in_one_sentence_that_names_the_variable(name, text):
    with pytest.raises(BadSetting, match=name):
        value(name, {name: text})


def test_lists_are_split_at_commas():
    assert value("LYCEUM_HOSTS", {"LYCEUM_HOSTS": "a.org, b.org,"}) == ["a.org", "b.org"]


def test_the_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("LYCEUM_SECRET", raising=False)
    first = secret_key(tmp_path)
    assert len(first) > 60
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE(os.stat(tmp_path / "secret").st_mode) == 0o600
