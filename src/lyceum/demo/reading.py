"""Reads the courses under `content/` into plain values.

A course is a folder with `course.md`; its modules are the folders that begin with a number, each
with `module.md` and one file per item. Every file begins with a head of `key: value` lines between
two lines of three hyphens. Files to take along lie in the folder `files` of the course.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
FENCE = "---\n"


class BrokenHead(ValueError):
    """A file of the demo's content does not begin as it must."""


@dataclass(frozen=True)
class ItemText:
    """One item as it is written; `key` is its path below the course, without ending."""

    key: str
    head: Mapping[str, str]
    body: str

    @property
    def title(self) -> str:
        return self.head["title"]

    @property
    def kind(self) -> str:
        return self.head["kind"]

    @property
    def minutes(self) -> int:
        return int(self.head.get("minutes", 0))

    @property
    def completion(self) -> str:
        return self.head["completion"]

    def beside(self, address: str) -> str:
        """Return the key of the item that the relative `address` in this item's text names."""
        parts = self.key.split("/")[:-1]
        for part in address.removesuffix(".md").split("/"):
            parts = parts[:-1] if part == ".." else [*parts, part]
        return "/".join(parts)


@dataclass(frozen=True)
class ModuleText:
    """One module; a draft module's items are not published."""

    title: str
    draft: bool
    items: tuple[ItemText, ...]


@dataclass(frozen=True)
class CourseText:
    """One course with its outline; `folder` is where it lies."""

    folder: Path
    head: Mapping[str, str]
    summary: str
    modules: tuple[ModuleText, ...]

    @property
    def institution(self) -> str:
        """Return the domain of the institution whose course it is, without ending."""
        return self.head.get("institution", "harbour")

    @property
    def items(self) -> list[ItemText]:
        return [item for module in self.modules for item in module.items]

    @property
    def published_items(self) -> list[ItemText]:
        return [item for module in self.modules if not module.draft for item in module.items]

    def names(self, key: str) -> list[str]:
        """Return the names in a comma-separated line of the head."""
        return [name.strip() for name in self.head.get(key, "").split(",") if name.strip()]


def read_courses(content: Path = CONTENT) -> list[CourseText]:
    """Return every course, in the order of its folders' names."""
    return [_course(head.parent) for head in sorted(content.glob("*/course.md"))]


def split(text: str, where: str = "") -> tuple[dict[str, str], str]:
    """Return the head and the body of a file; raises `BrokenHead`."""
    if not text.startswith(FENCE) or FENCE not in text[len(FENCE) :]:
        raise BrokenHead(f"{where}: begin with “key: value” lines between two lines of ---.")
    head, _, body = text[len(FENCE) :].partition(FENCE)
    rows = [line.partition(": ") for line in head.splitlines() if line.strip()]
    if not all(colon for _key, colon, _value in rows):
        raise BrokenHead(f"{where}: each line of the head is “key: value”.")
    return {key.strip(): value.strip() for key, _colon, value in rows}, body.strip()


def _read(path: Path) -> tuple[dict[str, str], str]:
    return split(path.read_text(encoding="utf-8"), str(path))


def _course(folder: Path) -> CourseText:
    head, summary = _read(folder / "course.md")
    modules = [_module(path.parent) for path in sorted(folder.glob("[0-9]*/module.md"))]
    return CourseText(folder, head, " ".join(summary.split()), tuple(modules))


def _module(folder: Path) -> ModuleText:
    head, _body = _read(folder / "module.md")
    items = []
    for path in sorted(folder.glob("[0-9]*.md")):
        item_head, body = _read(path)
        items.append(ItemText(f"{folder.name}/{path.stem}", item_head, body))
    return ModuleText(head["title"], head.get("state") == "draft", tuple(items))
