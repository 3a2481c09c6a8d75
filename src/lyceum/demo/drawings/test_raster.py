from io import BytesIO

import pytest
from PIL import Image

from lyceum.demo.drawings import DRAWINGS, draw
from lyceum.demo.drawings.canvas import Canvas
from lyceum.demo.drawings.raster import webp


def pixels(svg, width):
    return Image.open(BytesIO(webp(svg, width))).convert("RGB")


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name.startswith("cover-")])
def test_a_cover_becomes_a_small_picture_of_the_same_shape(name):
    made = webp(draw(name), 480)
    assert Image.open(BytesIO(made)).size == (480, 270)
    assert len(made) < 30_000


def test_shapes_land_where_they_were_drawn():
    canvas = Canvas("Two squares", 100, 100, "#ffffff").box(0, 0, 50, 50, fill="#c00000")
    image = pixels(canvas.shape("M50 50H100V100H50Z", fill="#0000c0").svg(), 100)
    assert image.getpixel((25, 25))[0] > 150 > image.getpixel((25, 25))[2]
    assert image.getpixel((75, 75))[2] > 150 > image.getpixel((75, 75))[0]
    assert min(image.getpixel((75, 25))) > 240


def test_a_half_transparent_disc_mixes_with_what_is_below():
    canvas = Canvas("A disc", 100, 100, "#ffffff")
    image = pixels(canvas.disc(50, 50, 40, fill="#000000", fill_opacity=0.5).svg(), 100)
    assert 110 < image.getpixel((50, 50))[0] < 145
