"""All that changes courses."""

from lyceum.core.courses.actions.course import (
    archive_course,
    change_course,
    create_course,
    duplicate_course,
    keep_course_file,
    publish_course,
    restore_course,
    withdraw_course,
)
from lyceum.core.courses.actions.item import (
    archive_item,
    change_item,
    create_item,
    duplicate_item,
    move_item,
    publish_item,
    publish_module,
    restore_item,
    withdraw_item,
)
from lyceum.core.courses.actions.module import (
    archive_module,
    create_module,
    duplicate_module,
    move_module,
    rename_module,
    restore_module,
)
from lyceum.core.courses.actions.page import (
    PageConflict,
    discard_draft,
    publish_page,
    save_draft,
)

__all__ = [
    "PageConflict",
    "archive_course",
    "archive_item",
    "archive_module",
    "change_course",
    "change_item",
    "create_course",
    "create_item",
    "create_module",
    "discard_draft",
    "duplicate_course",
    "duplicate_item",
    "duplicate_module",
    "keep_course_file",
    "move_item",
    "move_module",
    "publish_course",
    "publish_item",
    "publish_module",
    "publish_page",
    "rename_module",
    "restore_course",
    "restore_item",
    "restore_module",
    "save_draft",
    "withdraw_course",
    "withdraw_item",
]
