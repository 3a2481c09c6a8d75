"""Drawings of towns: where they lie, how they rank, how they grow."""

from math import cos, pi, sin

from lyceum.demo.drawings.canvas import (
    CORAL,
    DEEP,
    DUNE,
    INK,
    LINE,
    PLUM,
    SEA,
    SOFT,
    WASH,
    WHITE,
    Canvas,
    points,
)  # fmt: skip
from lyceum.demo.drawings.plot import Axes

BRICK = "#C98A6B"


def _hexagon(x: float, y: float, r: float, turn: float = 0) -> str:
    corners = [(x + r * cos(turn + k * pi / 3), y + r * sin(turn + k * pi / 3)) for k in range(6)]
    return points(corners) + "Z"


def city_site() -> str:
    c = Canvas("Where a town pays: five sites", sheet="#EFEBDC")
    c.shape("M0 0L126 0C96 60 130 104 88 160C58 210 84 270 52 350L0 350Z", fill=WASH)
    river = "M76 196C180 190 200 120 290 128C380 136 400 60 560 66"
    c.stroke(river, WASH, 20).stroke("M290 128C320 200 400 220 430 350", WASH, 13)
    c.stroke("M480 350C420 300 340 260 330 200C322 150 300 80 340 0", DUNE, 3, "9 6")
    for x, y in ((468, 322), (500, 318), (534, 324), (330, 322), (362, 326)):
        c.shape(f"M{x - 24} {y}L{x} {y - 48}L{x + 24} {y}Z", fill="#C9C2AF")
    rows = (
        (92, 196, "river mouth: ship to boat", "start", 104, 240),
        (302, 128, "confluence", "start", 352, 116),
        (324, 166, "ford: the road crosses", "start", 344, 172),
        (404, 248, "mountain gate", "start", 424, 252),
        (190, 158, "head of navigation", "middle", 168, 124),
    )  # fmt: skip
    for x, y, text, anchor, tx, ty in rows:
        c.disc(x, y, 9, fill=WHITE, stroke=CORAL, stroke_width=3).disc(x, y, 3.5, fill=CORAL)
        c.label(tx, ty, text, INK, 15, anchor)
    c.label(34, 60, "sea", SEA, 17).label(500, 48, "river", SEA, 15).label(
        296, 40, "road", "#8A6D2F", 15, "end"
    )
    return c.svg()


def central_places() -> str:
    c = Canvas("Central places: small market areas nest in large ones", sheet="#F4F1E6")
    side = 47.0
    for row in range(-1, 6):
        for column in range(-1, 9):
            x = column * side * 1.5
            y = row * side * 3**0.5 + (side * 3**0.5 / 2 if column % 2 else 0)
            c.stroke(_hexagon(x + 34, y + 40, side), LINE, 1.4)
            c.disc(x + 34, y + 40, 3.5, fill=DUNE)
    centre = (34 + 4 * side * 1.5, 40 + 2 * side * 3**0.5)
    c.shape(_hexagon(*centre, side * 3**0.5, pi / 6), fill=WASH, fill_opacity=0.7)
    c.stroke(_hexagon(*centre, side * 3**0.5, pi / 6), SEA, 2.5)
    c.stroke(_hexagon(*centre, side * 3, 0), CORAL, 3)
    for k in range(6):
        far = side * 3
        x, y = centre[0] + far * cos(k * pi / 3), centre[1] + far * sin(k * pi / 3)
        c.disc(x, y, 8, fill=SEA)
    for k in range(6):
        near = side * 3**0.5
        x, y = (
            centre[0] + near * cos(pi / 6 + k * pi / 3),
            centre[1] + near * sin(pi / 6 + k * pi / 3),
        )
        c.disc(x, y, 3.5, fill=DUNE)
    c.disc(*centre, 14, fill=CORAL).disc(*centre, 6, fill=WHITE)
    c.box(0, 306, 560, 44, fill="#F4F1E6")
    for x, r, fill, text in (
        (46, 4, DUNE, "village"),
        (190, 7, SEA, "town"),
        (320, 11, CORAL, "city"),
    ):
        c.disc(x, 329, r, fill=fill).label(x + 18, 335, text, INK, 15, "start")
    return c.svg()


def rank_size() -> str:
    c = Canvas("Rank and size: what the rule expects of ten cities")
    axes = Axes(canvas=c, x=(0.4, 10.6), y=(0, 10))
    axes.ticks_y((0, 2.5, 5, 7.5, 10), ("0", "25", "50", "75", "100"))
    for rank in range(1, 11):
        x, y = axes.at(rank, 10 / rank)
        c.box(x - 15, y, 30, 290 - y, rx=2, fill=CORAL if rank == 1 else SEA)
    axes.frame("rank of the city", "people, as % of the largest city")
    axes.ticks_x(range(1, 11), [str(rank) for rank in range(1, 11)])
    c.label(300, 110, "size = largest ÷ rank", DEEP, 18, weight=600)
    return c.svg()


def growth_rings() -> str:
    c = Canvas("A city reads like the rings of a tree")
    rings = (
        (158, "#E3E7D3", 1.0),
        (124, "#D7CFB4", 0.9),
        (90, "#D9B48F", 0.94),
        (56, BRICK, 1.0),
        (24, CORAL, 1.0),
    )  # fmt: skip
    for radius, fill, squash in rings:
        wobble = [
            (196 + (radius + radius * 0.06 * sin(3 * a + radius)) * cos(a),
             175 + (radius * squash + radius * 0.05 * cos(4 * a)) * sin(a))
            for a in (k * pi / 36 for k in range(72))
        ]  # fmt: skip
        c.shape(points(wobble) + "Z", fill=fill, stroke=WHITE, stroke_width=2)
    for k in range(7):
        a = k * 2 * pi / 7 + 0.3
        c.line(
            (196 + 26 * cos(a), 175 + 24 * sin(a)),
            (196 + 158 * cos(a), 175 + 150 * sin(a)),
            WHITE,
            2.5,
        )
    c.stroke("M20 262C110 236 160 214 206 222C280 236 320 270 372 300", WASH, 11)
    rows = (
        (196, 175, "old core: walls, market, church"), (238, 140, "1850–1910: terraces, stations"),
        (258, 102, "1920–39: tram suburbs"),
        (268, 66, "1950–80: cars, estates"),
        (250, 36, "since 1980: ring road, malls"),
    )  # fmt: skip
    for place, (x, y, text) in enumerate(rows):
        ty = 220 - place * 44
        c.line((x, y), (372, ty - 5), INK, 1).disc(x, y, 3.5, fill=INK)
        title, _, rest = text.partition(": ")
        c.label(378, ty - 6, title, INK, 15, "start", 600).label(
            378, ty + 12, rest, SOFT, 14, "start"
        )
    return c.svg()


def street_plans() -> str:
    c = Canvas("Three ways to lay out streets")
    for x, text in ((20, "grown"), (202, "grid"), (384, "loops and dead ends")):
        c.box(x, 50, 156, 220, rx=6, fill="#F0EADB").label(x + 78, 302, text, INK, 16, weight=600)
    for d in (
        "M98 50C90 110 110 160 96 270", "M20 150C60 140 90 166 176 140", "M20 90"
        "C60 110 70 140 98 152",
        "M98 152C130 180 140 220 176 240", "M40 270C50 230 76 210 96 190", "M130 50"
        "C126 80 110 100 100 120",
        "M20 220C44 214 60 216 76 214", "M140 186C150 170 160 166 176 168",
    ):  # fmt: skip
        c.stroke(d, BRICK, 4)
    for k in range(5):
        c.line((202 + 26 * (k + 1), 50), (202 + 26 * (k + 1), 270), SEA, 4)
    for k in range(6):
        c.line((202, 50 + 31.4 * (k + 1)), (358, 50 + 31.4 * (k + 1)), SEA, 4)
    c.line((462, 50), (462, 270), PLUM, 7)
    for d in (
        "M462 90C430 90 420 70 404 84C396 100 420 116 440 108", "M462 150C430 146 414 136 402 150",
        "M462 214C430 210 400 200 404 232C412 250 440 246 446 232", "M462 120"
        "C494 116 500 90 522 84",
        "M500 108C508 124 520 128 530 126", "M462 190C500 186 520 170 528 192"
        "C528 216 500 216 490 206",
        "M462 246C484 250 500 240 520 250",
    ):  # fmt: skip
        c.stroke(d, PLUM, 3.5)
    c.label(98, 326, "short cuts", SOFT, 14).label(280, 326, "many ways", SOFT, 14)
    c.label(462, 326, "one way out", SOFT, 14)
    return c.svg()
