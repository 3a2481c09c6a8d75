"""Files and functions stay small: the tail is where beauty dies."""

import pytest

from lyceum.config.house.source import files, functions, name_of

MOST_FILE_LINES = 500
MOST_FUNCTION_LINES = 60


@pytest.mark.parametrize("pattern", ["*.py", "*.html", "*.js", "*.css"])
def test_no_file_is_longer_than_500_lines(pattern):
    long = {
        name_of(path): lines
        for path in files(pattern)
        if (lines := len(path.read_text().splitlines())) > MOST_FILE_LINES
    }
    assert not long, f"Make a folder of the same name with a file per idea: {long}"


def test_no_function_is_longer_than_60_lines():
    long = {
        f"{name_of(path)}:{node.lineno} {node.name}": length
        for path in files("*.py")
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert not long, f"Name the steps and make each a function: {long}"
