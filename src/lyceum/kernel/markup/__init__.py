"""Rich text from people and packages: cleaned by an allow-list on write (SECURITY 36, 39, 40)."""

from lyceum.kernel.markup.cleaning import Cleaned, MarkupTooLarge, clean, clean_html
from lyceum.kernel.markup.reading import Passage, headings, passage, reading_minutes, text_of

__all__ = [
    "Cleaned",
    "MarkupTooLarge",
    "Passage",
    "clean",
    "clean_html",
    "headings",
    "passage",
    "reading_minutes",
    "text_of",
]
