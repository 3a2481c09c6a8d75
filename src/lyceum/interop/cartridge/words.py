"""What people call the kinds of parts that a report tells of."""

from django.utils.translation import gettext as _


def kind_name(kind: str) -> str:
    """Return the name of a kind in the language in use; a kind nobody named is its own name."""
    return {
        "announcement": _("announcement"),
        "assignment": _("assignment"),
        "bank": _("question bank"),
        "course": _("course"),
        "course file": _("course file"),
        "discussion": _("discussion"),
        "embed": _("embedded part"),
        "file": _("file"),
        "heading": _("heading"),
        "image": _("image"),
        "indent": _("indentation"),
        "item": _("item"),
        "link": _("link"),
        "lti": _("outside tool"),
        "module": _("module"),
        "other": _("other"),
        "page": _("page"),
        "place": _("place in the outline"),
        "quiz": _("quiz"),
        "rule": _("rule"),
        "settings": _("settings"),
        "text": _("text of a page"),
        "title": _("title"),
    }.get(kind, kind)
