"""From one brand colour to a palette whose contrast is computed, not hoped for.

Pure. Colours are sRGB triples of floats in 0…1, or OKLCH triples (lightness 0…1, chroma, hue in
degrees). Contrast is WCAG 2.2's ratio (§1.4.3).
"""

from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin

Triple = tuple[float, float, float]

LIGHT_PAPER: Triple = (0.985, 0.006, 90)
DARK_PAPER: Triple = (0.19, 0.012, 250)
ENOUGH = 4.6
"""Asked of accent on paper, on its wash and under its ink: a little over 4.5."""
MOST_CHROMA = 0.15


def rgb_of(colour: str) -> Triple:
    """Return the sRGB values of "#rrggbb"."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def oklch_of(rgb: Triple) -> Triple:
    """Return lightness, chroma and hue (Ottosson's OKLab, in polar form)."""
    r, g, b = map(_linear, rgb)
    l_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m_ = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s_ = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def rgb_of_oklch(colour: Triple) -> Triple:
    """Return the sRGB values, clipped into the gamut as a browser's fallback does."""
    lightness, chroma, hue = colour
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_),
        _gamma(-1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_),
        _gamma(-0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_),
    )


def contrast(one: Triple, other: Triple) -> float:
    """Return the contrast ratio of two sRGB colours, 1 to 21."""
    lights = sorted(
        0.2126 * _linear(r) + 0.7152 * _linear(g) + 0.0722 * _linear(b) for r, g, b in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def hex_of(rgb: Triple) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def _rounded(rgb: Triple) -> Triple:
    return rgb_of(hex_of(rgb))


def accent_for(hue: float, chroma: float, *, dark: bool) -> dict[str, Triple]:
    """Return accent, ink (text on it) and wash (behind accent text) with enough contrast."""
    paper = _rounded(rgb_of_oklch(DARK_PAPER if dark else LIGHT_PAPER))
    wash = _rounded(
        rgb_of_oklch((0.3 if dark else 0.955, min(chroma, 0.035 if dark else 0.022), hue))
    )
    ink = _rounded(rgb_of_oklch((0.2, min(chroma, 0.03), hue))) if dark else (1.0, 1.0, 1.0)
    lightness = 0.76 if dark else 0.5
    step = 0.01 if dark else -0.01
    while True:
        accent = _rounded(rgb_of_oklch((lightness, chroma, hue)))
        if min(contrast(accent, other) for other in (paper, wash, ink)) >= ENOUGH:
            return {"accent": accent, "ink": ink, "wash": wash}
        lightness += step


@lru_cache(maxsize=512)
def css_of(colour: str) -> str:
    """Return the style sheet that sets the brand's custom properties for light and dark."""
    _lightness, chroma, hue = oklch_of(rgb_of(colour))
    chroma = min(chroma, MOST_CHROMA)
    light = accent_for(hue, chroma, dark=False)
    dark = accent_for(hue, chroma, dark=True)
    names = {"accent": "--accent", "ink": "--accent-ink", "wash": "--accent-wash"}
    pairs = (
        f"{name}:light-dark({hex_of(light[key])},{hex_of(dark[key])})"
        for key, name in names.items()
    )
    return "@layer tokens{:root:root{" + ";".join(pairs) + "}}"
