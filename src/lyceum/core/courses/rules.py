"""Pure rules about courses: who may do what by course role, and the order of an outline."""

import re
from collections.abc import Collection, Mapping

STAFF = frozenset({"teacher", "assistant", "designer"})
ROLE_ABILITIES: dict[str, frozenset[str]] = {
    "teacher": frozenset(
        {"preview", "view", "edit", "see_people", "manage_people", "see_progress", "archive"}
    ),
    "assistant": frozenset({"preview", "view", "see_people", "see_progress"}),
    "designer": frozenset({"preview", "view", "edit"}),
    "learner": frozenset({"preview", "view", "learn"}),
    "observer": frozenset({"preview", "view"}),
}
ADMINISTRATOR_ABILITIES = ROLE_ABILITIES["teacher"]
ARCHIVED_ABILITIES = frozenset({"archive"})

FILE_ADDRESS = "/files/"
_FILE_ID = re.compile(r"/files/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def course_abilities(
    roles: Collection[str], *, administers: bool, state: str, listed: bool
) -> frozenset[str]:
    """Return what somebody may do with a course.

    roles: their course roles; administers: whether they administer the institution;
    state: "draft", "published" or "archived"; listed: whether the catalogue shows it.
    """
    granted: set[str] = set(ADMINISTRATOR_ABILITIES) if administers else set()
    for role in roles:
        if state == "published" or role in STAFF:
            granted |= ROLE_ABILITIES[role]
    if state == "archived":
        return frozenset(granted & ARCHIVED_ABILITIES)
    if state == "published" and listed:
        granted.add("preview")
    return frozenset(granted)


def moved[K](order: list[K], thing: K, position: int) -> list[K]:
    """Return `order` with `thing` at `position` (0 is first; beyond the end is last)."""
    rest = [other for other in order if other != thing]
    position = max(0, min(position, len(rest)))
    return [*rest[:position], thing, *rest[position:]]


def file_ids_in(body: str) -> list[str]:
    """Return the ids of the course files that a page's text shows or links."""
    return list(dict.fromkeys(_FILE_ID.findall(body)))


def replace_file_ids(body: str, names: Mapping[str, str]) -> str:
    """Return the text with each known file id replaced by its new one."""
    return _FILE_ID.sub(lambda hit: FILE_ADDRESS + names.get(hit[1], hit[1]), body)


def copy_title(title: str, taken: Collection[str], pattern: str) -> str:
    """Return a free title for a copy; `pattern` holds {title} and {n}."""
    number = 2
    while (name := pattern.format(title=title, n=number)) in taken:
        number += 1
    return name[:200]
