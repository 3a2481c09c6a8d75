"""Rich text from people and packages: cleaned by an allow-list on write (SECURITY 36, 39, 40)."""

from lyceum.kernel.markup.cleaning import Cleaned, MarkupTooLarge, clean, clean_html
from lyceum.kernel.markup.reading import headings, reading_minutes, text_of

__all__ = [
    "Cleaned",
    "MarkupTooLarge",
    "clean",
    "clean_html",
    "headings",
    "reading_minutes",
    "text_of",
]
