"""Why a file is not kept."""

from django.utils.translation import gettext as _


class FileRefused(ValueError):
    """The file was not kept; the message says why and what to do. Answer 422."""


class FileTooLarge(FileRefused):
    """The file, or all files together, are larger than allowed. Answer 413."""


def too_large(name: str, limit: int) -> FileTooLarge:
    message = _("“%(name)s” is larger than %(mb)s MB. Make it smaller, or link to it instead.")
    return FileTooLarge(message % {"name": name, "mb": f"{limit / 1_000_000:g}"})


def quota_reached() -> FileTooLarge:
    message = _(
        "The file was not kept: the institution's room for files is full. "
        "Remove files that are no longer needed, or ask an administrator for more room."
    )
    return FileTooLarge(message)
