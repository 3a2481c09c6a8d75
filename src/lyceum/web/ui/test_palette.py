from hypothesis import given, settings
from hypothesis import strategies as st

from lyceum.web.ui.palette import (
    DARK_PAPER,
    LIGHT_PAPER,
    accent_for,
    contrast,
    css_of,
    hex_of,
    oklch_of,
    rgb_of,
    rgb_of_oklch,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_a_colour_survives_the_way_to_oklch_and_back(colour):
    assert hex_of(rgb_of_oklch(oklch_of(rgb_of(colour)))) == colour


@settings(max_examples=400)
@given(COLOURS)
def test_every_brand_colour_gives_readable_accents_in_light_and_dark(colour):
    _lightness, chroma, hue = oklch_of(rgb_of(colour))
    for dark, paper in ((False, LIGHT_PAPER), (True, DARK_PAPER)):
        got = accent_for(hue, min(chroma, 0.15), dark=dark)
        for other in (got["wash"], got["ink"], rgb_of_oklch(paper)):
            assert contrast(got["accent"], other) >= 4.5


def test_black_and_white_have_the_greatest_contrast():
    assert round(contrast((0, 0, 0), (1, 1, 1)), 2) == 21


def test_the_style_sheet_holds_numbers_only():
    css = css_of("#1f6f5c")
    assert css.count("light-dark(#") == 3
    assert "<" not in css
