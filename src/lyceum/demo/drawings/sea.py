"""Drawings of waves and tides."""

from collections.abc import Callable
from math import cos, pi

from lyceum.demo.drawings.canvas import (
    CORAL,
    DEEP,
    DUNE,
    FOAM,
    INK,
    LINE,
    SAND,
    SEA,
    SOFT,
    SUN,
    WASH,
    WHITE,
    Canvas,
    Point,
    points,
)  # fmt: skip
from lyceum.demo.drawings.plot import Axes
from lyceum.demo.tides import height_at


def _sine(middle: float, height: float, length: float, start: float = 0) -> list[Point]:
    return [(x, middle - height * cos(2 * pi * (x - start) / length)) for x in range(0, 561, 4)]


def _water(line: list[Point], floor: float) -> str:
    return points([*line, (line[-1][0], floor), (line[0][0], floor)]) + "Z"


def wave_anatomy() -> str:
    c = Canvas("The parts of a wave")
    surface = _sine(150, 46, 260, 150)
    c.shape(_water(surface, 350), fill=WASH).stroke(points(surface), SEA, 3)
    c.line((0, 150), (560, 150), SOFT, 1.2, "2 7")
    c.label(12, 140, "still water", SOFT, 14, "start")
    c.arrow((280, 62), (156, 62), INK, 1.8).arrow((280, 62), (404, 62), INK, 1.8)
    c.line((150, 54), (150, 98), LINE, 1.5).line((410, 54), (410, 98), LINE, 1.5)
    c.label(280, 50, "wavelength")
    c.label(150, 40, "crest").label(410, 40, "crest").label(280, 224, "trough")
    c.arrow((488, 150), (488, 108), CORAL, 1.8).arrow((488, 150), (488, 192), CORAL, 1.8)
    c.line((420, 104), (500, 104), CORAL, 1, "3 5").line((300, 196), (500, 196), CORAL, 1, "3 5")
    c.label(498, 156, "height", CORAL, anchor="start")
    for depth, radius in enumerate((20, 13, 8, 4)):
        y = 218 + depth * 38
        c.disc(150, y, radius, fill="none", stroke=DEEP, stroke_width=2)
        c.head((150 - radius, y - radius), (154, y - radius), DEEP, 7)
    c.label(180, 262, "water circles in place,", DEEP, 15, "start")
    c.label(180, 283, "less and less with depth", DEEP, 15, "start")
    return c.svg()


def breaking_wave() -> str:
    c = Canvas("Why waves break near the shore")
    surface: list[Point] = []
    for x in range(0, 402, 3):
        near = x / 400
        height, phase = 11 + 10 * near**2, 2 * pi * (x / 130 + 0.45 * near**2.4)
        surface.append((x, 146 - height * (cos(phase) + 0.22 * near * cos(2 * phase))))
    c.shape(points([*surface, (470, 146), (560, 146), (560, 330), (0, 330)]) + "Z", fill=WASH)
    c.stroke(points(surface), SEA, 3)
    curl = "M400 160C414 158 420 116 446 108C468 103 478 122 468 134C462 122 448 124 448 148Z"
    c.shape(curl, fill=WASH).stroke(curl.removesuffix("Z"), SEA, 3)
    bed = "M0 318C180 306 330 250 430 182C470 158 510 140 560 122"
    c.shape(bed + "L560 350L0 350Z", fill=SAND).stroke(bed, DUNE, 2)
    for x, r, y in ((70, 19, 190), (70, 12, 228), (70, 7, 258)):
        c.disc(x, y, r, fill="none", stroke=DEEP, stroke_width=1.8)
    for x, y, rx, ry in ((215, 186, 22, 14), (215, 216, 19, 8), (320, 182, 24, 8)):
        c.oval(x, y, rx, ry, fill="none", stroke=DEEP, stroke_width=1.8)
    c.label(70, 84, "deep water").label(70, 104, "long, low", SOFT, 14)
    c.label(240, 64, "feels the bottom").label(240, 84, "slows, shortens, steepens", SOFT, 14)
    c.label(450, 64, "breaks").label(450, 84, "depth ≈ 1.3 × height", SOFT, 14)
    c.label(300, 330, "sloping sea bed", INK, 14)
    for x, y, r in ((470, 142, 5), (482, 138, 7), (496, 138, 5), (508, 136, 4)):
        c.disc(x, y, r, fill=WHITE, stroke=SEA, stroke_width=1)
    return c.svg()


def tidal_bulges() -> str:
    c = Canvas("Two bulges of water, raised by the Moon")
    c.oval(220, 180, 148, 104, fill=WASH, stroke=SEA, stroke_width=2.5)
    c.disc(220, 180, 88, fill=SAND, stroke=DUNE, stroke_width=2)
    c.label(220, 186, "Earth", INK, 18, weight=600)
    c.disc(482, 180, 30, fill="#E4E1D8", stroke=SOFT, stroke_width=2)
    c.disc(472, 172, 6, fill="#CFCABD").disc(492, 190, 4, fill="#CFCABD")
    c.label(482, 240, "Moon", INK, 17, weight=600)
    for x in (324, 336, 348):
        c.line((x, 172), (x, 188), SEA, 2)
    c.arrow((380, 180), (440, 180), CORAL)
    c.label(410, 162, "pull", CORAL, 15)
    c.label(330, 78, "near side: pulled more", DEEP, 15, "start")
    c.stroke("M352 88Q366 120 352 150", DEEP, 1.2)
    c.label(14, 40, "far side: pulled less,", DEEP, 15, "start")
    c.label(14, 60, "so it is left behind", DEEP, 15, "start")
    c.stroke("M78 72Q66 110 86 142", DEEP, 1.2)
    c.label(220, 318, "low water lies between the bulges", SOFT, 15)
    c.label(220, 340, "(not to scale)", SOFT, 13)
    c.curve((196, 128), (220, 112), (244, 128), INK, 2)
    return c.svg()


def tide_curve() -> str:
    c = Canvas("A day of semidiurnal tide at Harbour Point")
    axes = Axes(canvas=c, x=(0, 25), y=(0, 5.5))
    axes.ticks_y((0, 1, 2, 3, 4, 5), ("0", "1", "2", "3", "4", "5"))
    curve = axes.function(lambda hour: height_at(hour + 37.2))
    c.shape(axes.area(curve), fill=WASH, fill_opacity=0.8).stroke(points(curve), SEA, 3)
    axes.frame("hours", "height above chart datum, metres")
    axes.ticks_x((0, 6, 12, 18, 24), ("00:00", "06:00", "12:00", "18:00", "24:00"))
    highs = _turns(lambda hour: height_at(hour + 37.2), sign=1)
    lows = _turns(lambda hour: height_at(hour + 37.2), sign=-1)
    for hour in highs[:2]:
        x, y = axes.at(hour, height_at(hour + 37.2))
        c.disc(x, y, 5, fill=CORAL).label(x, y - 12, "high water", CORAL, 15)
    x, y = axes.at(lows[0], height_at(lows[0] + 37.2))
    c.disc(x, y, 5, fill=DEEP).label(x, y - 14, "low", DEEP, 15)
    (x1, _), (x2, _) = axes.at(highs[0], 0), axes.at(highs[1], 0)
    c.arrow((x1 + 60, 275), (x1 + 4, 275), INK, 1.5).arrow((x2 - 60, 275), (x2 - 4, 275), INK, 1.5)
    c.label((x1 + x2) / 2, 280, "12 h 25 min", INK, 15)
    return c.svg()


def _turns(curve: Callable[[float], float], sign: int) -> list[float]:
    hours = [step / 20 for step in range(1, 500)]
    return [
        hour for hour in hours
        if sign * curve(hour) > sign * curve(hour - 0.05)
        and sign * curve(hour) >= sign * curve(hour + 0.05)
    ]  # fmt: skip


def spring_and_neap() -> str:
    c = Canvas("Sun, Moon and Earth at spring and neap tides", height=440)
    c.line((0, 200), (560, 200), LINE, 1)
    c.label(20, 32, "Spring tide: in line, the pulls add", INK, 17, "start", 600)
    c.line((40, 112), (470, 112), LINE, 1.5, "3 6")
    _sun(c, 112)
    c.oval(190, 112, 84, 36, fill=WASH, stroke=SEA, stroke_width=2.5)
    _earth(c, 190, 112)
    _moon(c, 56, 112, "full", below=34)
    _moon(c, 340, 112, "new", below=34)
    c.label(20, 232, "Neap tide: at right angles, they work apart", INK, 17, "start", 600)
    c.line((40, 336), (470, 336), LINE, 1.5, "3 6").line((190, 250), (190, 430), LINE, 1.5, "3 6")
    _sun(c, 336)
    c.oval(190, 336, 38, 48, fill=WASH, stroke=SEA, stroke_width=2.5)
    _earth(c, 190, 336)
    _moon(c, 190, 262, "", below=0)
    _moon(c, 190, 414, "", below=0)
    c.label(214, 268, "first quarter", SOFT, 14, "start")
    c.label(214, 420, "last quarter", SOFT, 14, "start")
    return c.svg()


def _sun(c: Canvas, y: float) -> None:
    c.disc(560, y, 84, fill=SUN, fill_opacity=0.22).disc(560, y, 64, fill=SUN)
    c.label(530, y + 6, "Sun", WHITE, 16, weight=600)


def _earth(c: Canvas, x: float, y: float) -> None:
    c.disc(x, y, 29, fill=SAND, stroke=DUNE, stroke_width=2).label(x, y + 5, "Earth", INK, 15)


def _moon(c: Canvas, x: float, y: float, text: str, below: float) -> None:
    c.disc(x, y, 14, fill="#E4E1D8", stroke=SOFT, stroke_width=2)
    c.label(x, y + below, text, SOFT, 14)


def tide_month() -> str:
    c = Canvas("Four weeks of tides: springs and neaps")
    axes = Axes(canvas=c, x=(0, 29.5), y=(0, 5.5))
    axes.ticks_y((0, 1, 2, 3, 4, 5), ("0", "1", "2", "3", "4", "5"))
    curve = axes.function(lambda day: height_at(day * 24), steps=900)
    c.stroke(points(curve), SEA, 1.3)
    axes.frame("days", "height above chart datum, metres")
    axes.ticks_x((0, 7, 14, 21, 28), ("0", "7", "14", "21", "28"))
    for day, text in ((0.9, "springs"), (7.6, "neaps"), (15, "springs"), (22.3, "neaps")):
        x, _ = axes.at(day, 0)
        c.label(max(x, 92), 58, text, CORAL if text == "springs" else DEEP, 15, weight=600)
    return c.svg()


def sea_levels() -> str:
    c = Canvas("What a tide table measures from")
    c.shape("M0 350L0 70C120 90 200 190 330 262C400 300 480 316 560 322L560 350Z", fill=SAND)
    c.shape("M142 132L560 132L560 322C480 316 400 300 330 262C240 208 196 164 142 132Z", fill=FOAM)
    c.shape("M214 186L560 186L560 322C480 316 400 300 330 262C280 234 246 208 214 186Z", fill=WASH)
    rows = (
        (100, 118, "highest astronomical tide"), (132, 142, "mean high water springs"),
        (186, 214, "mean sea level"), (262, 330, "chart datum (lowest tide)"),
    )  # fmt: skip
    for y, start, text in rows:
        c.line((start, y), (560, y), SEA, 1.6, "6 5").label(548, y - 7, text, DEEP, 15, "end")
    c.arrow((346, 262), (346, 192), CORAL, 2).label(356, 228, "height of tide", CORAL, 15, "start")
    c.arrow((470, 264), (470, 312), INK, 2)
    c.label(462, 292, "depth on the chart", INK, 15, "end")
    c.label(24, 320, "shore", SOFT, 15, "start")
    return c.svg()
