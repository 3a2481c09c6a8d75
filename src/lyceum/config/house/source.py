"""What the house lints read: the project's own files, as text and as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
ROOT = PACKAGE.parents[1]
LEFT_OUT = {"migrations", "built", "node_modules", "content", "locale", "__pycache__"}


@cache
def files(pattern: str, *places: str) -> tuple[Path, ...]:
    """Return the files of the project that fit `pattern`, sorted; `places` are top folders."""
    found = []
    for place in places or ("src", "e2e", "bench"):
        for path in sorted((ROOT / place).rglob(pattern)):
            if not LEFT_OUT & set(path.relative_to(ROOT).parts):
                found.append(path)
    return tuple(found)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))
