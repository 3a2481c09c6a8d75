"""Drawings of data and chance. Random-looking points are fixed by a seed."""

from math import exp, pi, sqrt
from random import Random

from lyceum.demo.drawings.canvas import (
    CORAL,
    DEEP,
    DUNE,
    INK,
    LINE,
    PLUM,
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


def _bell(x: float) -> float:
    return exp(-x * x / 2) / sqrt(2 * pi)


def sampling() -> str:
    c = Canvas("A sample is a handful of the population")
    dice = Random(7)
    c.box(24, 46, 300, 264, rx=14, fill="#F0EADB")
    c.label(174, 334, "population: 30 % coral", INK, 16)
    spots = [(46 + column * 24.4, 70 + row * 24.6) for row in range(10) for column in range(12)]
    coral = set(dice.sample(range(120), 36))
    chosen = set(dice.sample(sorted(coral), 4)) | set(
        dice.sample(sorted(set(range(120)) - coral), 6)
    )
    for place, (x, y) in enumerate(spots):
        c.disc(
            x,
            y,
            7,
            fill=CORAL if place in coral else SEA,
            fill_opacity=1 if place in chosen else 0.5,
        )
        if place in chosen:
            c.disc(x, y, 10.5, fill="none", stroke=INK, stroke_width=2)
    c.arrow((336, 178), (386, 178), INK, 3)
    c.box(398, 96, 138, 164, rx=14, fill=WASH).label(467, 284, "sample of 10:", INK, 16)
    c.label(467, 304, "40 % coral", INK, 16)
    picked = sorted(chosen, key=lambda place: place not in coral)
    for step, place in enumerate(picked):
        x, y = 432 + step % 3 * 35, 124 + step // 3 * 36
        c.disc(x, y, 10, fill=CORAL if place in coral else SEA)
    return c.svg()


def mean_median() -> str:
    c = Canvas("One large value pulls the mean, not the median")
    pay = (19, 21, 22, 24, 25, 26, 28, 30, 95)
    axes = Axes(canvas=c, x=(10, 100), y=(0, 10), left=40, bottom=210)
    axes.frame("yearly pay, thousands", "")
    axes.ticks_x((20, 40, 60, 80, 100), ("20", "40", "60", "80", "100"))
    for value in pay:
        x, y = axes.at(value, 0)
        c.disc(x, y - 12, 8, fill=SEA if value < 90 else CORAL)
    for middle, text, colour, top in (
        (25, "median 25", DEEP, 96),
        (sum(pay) / 9, "mean 32.2", CORAL, 136),
    ):
        x, y = axes.at(middle, 0)
        c.line((x, top), (x, y), colour, 2.5, "6 5").label(
            x + 8, top + 12, text, colour, 17, "start", 600
        )
    x, y = axes.at(95, 0)
    c.label(x, y - 32, "the owner", CORAL, 15)
    c.label(280, 304, "eight of the nine earn less than the mean", INK, 16)
    return c.svg()


WAITS = (3, 7, 12, 18, 21, 17, 10, 6, 4, 2)


def histogram() -> str:
    c = Canvas("Waiting times of 100 bus passengers")
    axes = Axes(canvas=c, x=(0, 20), y=(0, 24))
    axes.ticks_y((0, 5, 10, 15, 20), ("0", "5", "10", "15", "20"))
    for place, count in enumerate(WAITS):
        (x, y), (right, _) = axes.at(place * 2, count), axes.at(place * 2 + 2, 0)
        c.box(x + 1, y, right - x - 2, 290 - y, fill=SEA).label(
            (x + right) / 2, y - 6, str(count), SOFT, 13
        )
    axes.frame("minutes waited", "passengers")
    axes.ticks_x((0, 4, 8, 12, 16, 20), ("0", "4", "8", "12", "16", "20"))
    return c.svg()


def box_plot() -> str:
    c = Canvas("How to read a box plot")
    axes = Axes(canvas=c, x=(0, 24), y=(0, 10), left=30, bottom=276)
    axes.frame("minutes waited", "")
    axes.ticks_x((0, 4, 8, 12, 16, 20, 24), ("0", "4", "8", "12", "16", "20", "24"))
    place = {value: axes.at(value, 0)[0] for value in (1, 6, 9, 12, 18, 23)}
    c.line((place[1], 160), (place[6], 160), INK).line((place[12], 160), (place[18], 160), INK)
    c.line((place[1], 142), (place[1], 178), INK).line((place[18], 142), (place[18], 178), INK)
    c.box(place[6], 118, place[12] - place[6], 84, rx=4, fill=WASH, stroke=SEA, stroke_width=2.5)
    c.line((place[9], 118), (place[9], 202), CORAL, 4)
    c.disc(place[23], 160, 6, fill="none", stroke=PLUM, stroke_width=2.5)
    for value, text, y, colour in (
        (9, "median", 88, CORAL), (6, "lower quartile", 62, DEEP), (12, "upper quartile", 62, DEEP),
    ):  # fmt: skip
        shift = -34 if value == 6 else 34 if value == 12 else 0
        c.line((place[value], 114), (place[value] + shift, y + 6), colour, 1.2)
        c.label(place[value] + shift, y, text, colour, 15)
    c.label(place[1] + 4, 130, "smallest", SOFT, 14).label(
        place[18], 130, "largest within reach", SOFT, 14
    )
    c.label(place[23] - 8, 196, "outlier", PLUM, 15)
    c.arrow((place[9], 234), (place[6] + 2, 234), INK, 1.5).arrow(
        (place[9], 234), (place[12] - 2, 234), INK, 1.5
    )
    c.label(place[9], 258, "the middle half", INK, 15)
    return c.svg()


def cut_axis() -> str:
    c = Canvas("The same two numbers, with a cut axis and a whole one")
    for left, base, title in ((50, 94, "axis starts at 94"), (320, 0, "axis starts at 0")):
        axes = Axes(canvas=c, x=(0, 3), y=(base, 100), left=left + 20, right=left + 200, top=70)
        axes.ticks_y((base, 100), (f"{base} %", "100 %"))
        for place, value, fill in ((0.8, 95.2, SEA), (2.2, 98.1, CORAL)):
            x, y = axes.at(place, value)
            c.box(x - 28, y, 56, 290 - y, rx=2, fill=fill)
            c.label(x, 312, "Line A" if place < 1 else "Line B", INK, 15)
            c.label(x, y - 7, f"{value}", SOFT, 14)
        c.line((left + 20, 290), (left + 200, 290), INK, 1.5).label(
            left + 110, 38, title, INK, 17, weight=600
        )
    c.label(280, 340, "trains on time, % of all", SOFT, 14)
    return c.svg()


def long_run() -> str:
    c = Canvas("The share of heads settles as the tosses add up")
    axes = Axes(canvas=c, x=(0, 500), y=(0, 1))
    axes.ticks_y((0, 0.25, 0.5, 0.75, 1), ("0", "25 %", "50 %", "75 %", "100 %"))
    for seed, colour in ((3, SEA), (11, CORAL), (5, PLUM)):
        dice, heads = Random(seed), 0
        line: list[Point] = []
        for toss in range(1, 501):
            heads += dice.random() < 0.5
            if toss < 40 or toss % 4 == 0:
                line.append(axes.at(toss, heads / toss))
        c.stroke(points(line), colour, 2.2)
    axes.frame("tosses of a fair coin", "share of heads so far")
    axes.ticks_x((0, 100, 200, 300, 400, 500), ("0", "100", "200", "300", "400", "500"))
    return c.svg()


def screening() -> str:
    c = Canvas("A thousand people and a test that is right nine times in ten")
    c.box(200, 18, 160, 48, rx=8, fill=SAND, stroke=DUNE).label(
        280, 48, "1,000 people", INK, 17, weight=600
    )
    c.line((250, 66), (150, 112), SOFT).line((310, 66), (410, 112), SOFT)
    c.box(70, 112, 160, 48, rx=8, fill="#F2D5CC", stroke=CORAL).label(
        150, 142, "10 are ill", INK, 17
    )
    c.box(330, 112, 160, 48, rx=8, fill=WASH, stroke=SEA).label(410, 142, "990 are well", INK, 17)
    for x, parent, count, text, fill, edge in (
        (62, 130, "9", "positive", "#F2D5CC", CORAL), (200, 172, "1", "negative", WHITE, SOFT),
        (356, 390, "99", "positive", "#F2D5CC", CORAL), (496, 432, "891", "negative", WHITE, SOFT),
    ):  # fmt: skip
        c.line((parent, 160), (x, 208), SOFT)
        c.box(x - 58, 208, 116, 64, rx=8, fill=fill, stroke=edge)
        c.label(x, 236, count, INK, 20, weight=600).label(x, 259, text, SOFT, 15)
    c.label(280, 306, "108 positive tests, 9 of them ill", INK, 17, weight=600)
    c.label(280, 332, "9 ÷ 108 ≈ 8 %", CORAL, 18, weight=600)
    return c.svg()


def normal_curve() -> str:
    c = Canvas("The normal curve and its 68, 95 and 99.7 per cent")
    axes = Axes(canvas=c, x=(-3.6, 3.6), y=(0, 0.42), left=24, right=536, top=40, bottom=222)
    for reach, fill in ((3, "#E9F3F1"), (2, WASH), (1, "#8FBFC1")):
        low, high = -reach, reach
        part = [
            axes.at(low + (high - low) * k / 80, _bell(low + (high - low) * k / 80))
            for k in range(81)
        ]
        c.shape(axes.area(part), fill=fill)
    c.stroke(points(axes.function(_bell)), DEEP, 3).line((24, 222), (536, 222), INK, 1.5)
    axes.ticks_x(range(-3, 4), ["−3σ", "−2σ", "−1σ", "μ", "+1σ", "+2σ", "+3σ"])
    for reach, y, text in ((1, 266, "68 %"), (2, 294, "95 %"), (3, 322, "99.7 %")):
        (a, _), (b, _) = axes.at(-reach, 0), axes.at(reach, 0)
        c.arrow((280, y), (a, y), SEA, 1.8).arrow((280, y), (b, y), SEA, 1.8)
        c.box(246, y - 12, 68, 24, fill="#FBF8F1").label(280, y + 6, text, INK, 16, weight=600)
    return c.svg()


def _cloud(seed: int, slope: float, noise: float, count: int = 46) -> list[Point]:
    dice = Random(seed)
    xs = [dice.uniform(0.5, 9.5) for _ in range(count)]
    return [(x, 5 + slope * (x - 5) + dice.gauss(0, noise)) for x in xs]


def scatter() -> str:
    c = Canvas("Three clouds of points and their correlation")
    panels = (
        (18, 0.82, 0.7, "r ≈ 0.95", 4),
        (200, 0.5, 1.35, "r ≈ 0.7", 8),
        (382, 0.0, 2.0, "r ≈ 0", 21),
    )  # fmt: skip
    for left, slope, noise, text, seed in panels:
        axes = Axes(canvas=c, x=(0, 10), y=(0, 10), left=left, right=left + 160, top=60, bottom=270)
        c.box(left, 60, 160, 210, rx=6, fill=WHITE)
        cloud = [(x, min(9.7, max(0.3, y))) for x, y in _cloud(seed, slope, noise)]
        for x, y in cloud:
            px, py = axes.at(x, y)
            c.disc(px, py, 4, fill=SEA, fill_opacity=0.75)
        c.line(axes.at(0.4, 5 - slope * 4.6), axes.at(9.6, 5 + slope * 4.6), CORAL, 2.5)
        c.label(left + 80, 300, text, INK, 17, weight=600)
    c.label(98, 40, "close to a line", SOFT, 15).label(280, 40, "a tendency", SOFT, 15)
    c.label(462, 40, "no straight line", SOFT, 15)
    return c.svg()


def confounder() -> str:
    c = Canvas("A third thing behind two that move together")
    c.box(190, 34, 180, 64, rx=32, fill=SUN).label(280, 72, "hot weather", INK, 18, weight=600)
    c.arrow((232, 102), (138, 206), INK, 3).arrow((328, 102), (422, 206), INK, 3)
    c.box(30, 214, 200, 64, rx=32, fill=WASH, stroke=SEA, stroke_width=2).label(
        130, 252, "ice cream sold", INK, 17
    )
    c.box(330, 214, 200, 64, rx=32, fill=WASH, stroke=SEA, stroke_width=2).label(
        430, 252, "people drowned", INK, 17
    )
    c.line((240, 246), (320, 246), CORAL, 3, "7 7").label(280, 232, "related", CORAL, 15)
    c.label(280, 318, "both rise, neither causes the other", SOFT, 16)
    c.label(150, 150, "causes", SOFT, 15).label(410, 150, "causes", SOFT, 15)
    return c.svg()


def regression() -> str:
    c = Canvas("Regression to the mean: the best of day one, seen on day two")
    axes = Axes(canvas=c, x=(20, 80), y=(20, 80), left=70, right=440, bottom=286)
    axes.ticks_y((30, 50, 70), ("30", "50", "70"))
    dice = Random(12)
    for _ in range(120):
        skill = dice.gauss(50, 7)
        one, two = skill + dice.gauss(0, 6), skill + dice.gauss(0, 6)
        x, y = axes.at(min(78, max(22, one)), min(78, max(22, two)))
        c.disc(x, y, 4.2, fill=CORAL if one > 63 else SEA, fill_opacity=0.8)
    c.line(axes.at(24, 24), axes.at(76, 76), LINE, 2, "5 6").line(
        axes.at(24, 35), axes.at(76, 65), DEEP, 3
    )
    axes.frame("score on day one", "score on day two")
    axes.ticks_x((30, 50, 70), ("30", "50", "70"))
    c.label(424, 54, "same again", SOFT, 15, "start").label(
        426, 108, "what happens", DEEP, 15, "start"
    )
    return c.svg()


def intervals() -> str:
    c = Canvas("Twenty samples, twenty intervals: about one misses")
    axes = Axes(canvas=c, x=(30, 70), y=(0, 21), left=40, right=520, top=46, bottom=296)
    truth = axes.at(50, 0)[0]
    c.line((truth, 46), (truth, 296), SUN, 3).label(
        truth, 34, "the true share, 50 %", INK, 16, weight=600
    )
    dice = Random(29)
    for place in range(20):
        found = 50 + dice.gauss(0, 3.3)
        misses = abs(found - 50) > 6.5
        y = 58 + place * 12
        a, b = axes.at(max(31, found - 6.5), 0)[0], axes.at(min(69, found + 6.5), 0)[0]
        c.line((a, y), (b, y), CORAL if misses else SEA, 3).disc((a + b) / 2, y, 3.5, fill=INK)
    axes.ticks_x((30, 40, 50, 60, 70), ("30 %", "40 %", "50 %", "60 %", "70 %"))
    c.label(280, 342, "each line: one poll and its margin of error", SOFT, 15)
    return c.svg()
