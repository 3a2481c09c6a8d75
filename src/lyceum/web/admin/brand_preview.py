"""How a brand colour will look: what is made of it, with the contrast it has."""

from dataclasses import dataclass

from lyceum.web.ui.palette import (
    DARK_PAPER,
    ENOUGH,
    LIGHT_PAPER,
    MOST_CHROMA,
    accent_for,
    contrast,
    hex_of,
    oklch_of,
    rgb_of,
    rgb_of_oklch,
)


@dataclass(frozen=True)
class Look:
    """Colours of one mode as "#rrggbb", and the ratio of text on the accent."""

    dark: bool
    paper: str
    accent: str
    ink: str
    wash: str
    ratio: float


@dataclass(frozen=True)
class Preview:
    """Both modes, and whether the colour had to be changed so that text on it can be read."""

    colour: str
    looks: tuple[Look, Look]
    adjusted: bool


def preview_of(colour: str) -> Preview:
    """Return what the palette makes of "#rrggbb"."""
    _lightness, chroma, hue = oklch_of(rgb_of(colour))
    looks = tuple(_look(hue, min(chroma, MOST_CHROMA), dark=dark) for dark in (False, True))
    return Preview(colour, (looks[0], looks[1]), contrast(rgb_of(colour), (1, 1, 1)) < ENOUGH)


def _look(hue: float, chroma: float, *, dark: bool) -> Look:
    made = accent_for(hue, chroma, dark=dark)
    return Look(
        dark=dark,
        paper=hex_of(rgb_of_oklch(DARK_PAPER if dark else LIGHT_PAPER)),
        ratio=round(contrast(made["accent"], made["ink"]), 1),
        **{name: hex_of(made[name]) for name in ("accent", "ink", "wash")},
    )
