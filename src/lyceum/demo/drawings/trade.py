"""Drawings of trade: routes, boxes, narrow places."""

from math import sin

from lyceum.demo.drawings.canvas import (
    CORAL,
    DEEP,
    DUNE,
    FOAM,
    INK,
    LEAF,
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

BRICK = "#C98A6B"


def trade_routes() -> str:
    c = Canvas("The silk roads, drawn as a diagram", sheet=WASH)
    land = (
        "M0 96C60 60 120 84 190 62C280 36 400 30 560 66L560 214C520 222 500 260 470 252"
        "C450 262 440 310 420 316C404 300 392 262 372 250C350 262 330 322 312 320"
        "C300 300 292 262 262 246C236 250 210 266 190 306C176 300 166 262 156 232"
        "C120 224 84 236 60 210C40 196 20 210 0 200Z"
    )
    c.shape(land, fill=SAND).stroke(land, DUNE, 1.5)
    c.shape("M190 150q18 -10 30 2q10 20 -6 34q-22 6 -24 -36Z", fill=WASH)
    c.shape("M338 206L360 178L382 206ZM374 210L398 180L422 210Z", fill="#CBB682")
    places: dict[str, Point] = {
        "Rome": (34, 132), "Antioch": (112, 186), "Baghdad": (170, 204), "Merv": (252, 152),
        "Samarkand": (292, 128), "Kashgar": (350, 120), "Dunhuang": (426, 114),
        "Chang’an": (500, 150),
    }  # fmt: skip
    spots = list(places.values())
    c.stroke(points(spots), CORAL, 3.5)
    c.stroke("M350 120C380 96 400 96 426 114", CORAL, 2.5, "6 6")
    c.stroke(
        "M170 204C176 236 150 262 184 318C230 330 290 276 304 336"
        "C360 346 410 346 430 330C470 300 500 270 524 240",
        SEA,
        3,
        "2 8",
    )
    for name, (x, y) in places.items():
        c.disc(x, y, 6, fill=WHITE, stroke=INK, stroke_width=2)
        low = name in ("Antioch", "Baghdad", "Merv", "Kashgar", "Chang’an")
        c.label(x, y + (24 if low else -13), name, INK, 15)
    c.label(500, 306, "by sea", SEA, 15, "start").label(380, 228, "Pamir", SOFT, 14)
    return c.svg()


def monsoon() -> str:
    c = Canvas("A year on the monsoon sea: out with one wind, home with the other", sheet=WASH)
    c.shape(
        "M0 0L150 0C150 50 190 90 176 110C140 120 150 170 132 210C110 260 110 300 96 350L0 350Z",
        fill=SAND,
    )
    c.shape("M180 0L300 0C290 30 262 64 240 66C226 60 196 30 180 0Z", fill=SAND)
    c.shape(
        "M350 0L560 0L560 40C520 60 500 110 478 190C470 200 460 200 452 186C430 130 400 80 370 66Z",
        fill=SAND,
    )
    c.curve((176, 232), (280, 220), (412, 120), CORAL, 5)
    c.curve((438, 176), (330, 290), (170, 272), SEA, 5)
    c.label(250, 150, "June to September", CORAL, 15, weight=600)
    c.label(250, 168, "southwest wind", CORAL, 14)
    c.label(352, 292, "November to March", DEEP, 15, weight=600)
    c.label(352, 310, "northeast wind", DEEP, 14)
    for x, y, text, tx, anchor in (
        (132, 240, "Mombasa", 120, "end"),
        (252, 62, "Muscat", 252, "middle"),
        (452, 150, "Calicut", 472, "start"),
    ):  # fmt: skip
        c.disc(x, y, 6, fill=WHITE, stroke=INK, stroke_width=2)
        c.label(tx, y - 14 if anchor == "middle" else y + 5, text, INK, 15, anchor)
    c.label(50, 120, "Africa", SOFT, 16).label(236, 24, "Arabia", SOFT, 16).label(
        470, 60, "India", SOFT, 16
    )
    return c.svg()


def container() -> str:
    c = Canvas("One box on ship, train and lorry", sheet=FOAM)
    c.box(0, 276, 560, 74, fill=WASH)
    c.shape("M16 230L300 230L280 292L44 292Z", fill=DEEP).box(
        30, 140, 34, 90, fill=WHITE, stroke=DEEP
    )
    c.box(36, 150, 22, 10, fill=WASH).box(36, 168, 22, 10, fill=WASH)
    fills = (CORAL, SEA, SUN, LEAF, PLUM)
    for row in range(3):
        for column in range(5):
            c.box(
                74 + column * 42, 202 - row * 28, 40, 26, rx=1, fill=fills[(row * 2 + column) % 5]
            )
    c.box(320, 150, 7, 142, fill=SOFT).box(300, 142, 150, 8, fill=SOFT)
    c.line((350, 150), (350, 180), INK, 1.5).line((388, 150), (388, 180), INK, 1.5)
    c.box(348, 180, 42, 27, rx=1, fill=CORAL)
    c.box(340, 276, 220, 16, fill="#C9C2AF")
    c.box(410, 240, 62, 26, rx=1, fill=SUN).box(476, 240, 62, 26, rx=1, fill=SEA)
    c.box(406, 266, 138, 5, fill=INK)
    for x in (420, 460, 490, 530):
        c.disc(x, 274, 6, fill=INK)
    c.label(160, 118, "ship", INK, 16).label(380, 130, "crane", INK, 16).label(
        476, 228, "train or lorry", INK, 15
    )
    c.label(280, 326, "20 feet long (6.1 m): one TEU, the same everywhere", DEEP, 16)
    return c.svg()


def chokepoints() -> str:
    c = Canvas("Seven narrow places on the way round the world, drawn as a line map")
    c.stroke("M30 190L108 190L168 150L240 190L300 190L352 224L420 224L470 176L540 150", SEA, 6)
    c.stroke("M168 150L196 84L250 64", SEA, 4).stroke("M352 224L380 150L430 120", SEA, 4)
    spots = (
        (74, 190, "Panama", 22), (138, 170, "", 0), (218, 76, "Bosporus", -16),
        (240, 190, "Suez", 26), (326, 206, "", 0), (390, 142, "Hormuz", -16),
        (452, 194, "", 0),
    )  # fmt: skip
    for x, y, text, dy in spots:
        c.disc(x, y, 9, fill=WHITE, stroke=CORAL, stroke_width=3.5).label(x, y + dy, text, INK, 15)
    c.label(148, 200, "Gibraltar", INK, 15, "start").label(466, 206, "Malacca", INK, 15, "start")
    c.label(334, 240, "Bab el-Mandeb", INK, 15, "end")
    c.label(30, 170, "Pacific", SOFT, 14, "start").label(148, 128, "Atlantic", SOFT, 14, "end")
    c.label(540, 136, "East Asia", SOFT, 14, "end").label(258, 60, "Black Sea", SOFT, 14, "start")
    c.label(438, 116, "Gulf", SOFT, 14, "start").label(418, 254, "Indian Ocean", SOFT, 14)
    c.stroke("M138 170C150 300 300 330 380 226", LINE, 3, "4 8")
    c.label(236, 318, "or round the Cape of Good Hope", SOFT, 14)
    return c.svg()


def bullwhip() -> str:
    c = Canvas("The bullwhip: orders swing more at each step away from the buyer")
    rows = (
        (0.16, "shop sells", LEAF),
        (0.42, "shop orders", SUN),
        (0.75, "wholesaler", CORAL),
        (1.2, "factory", PLUM),
    )
    for place, (swing, text, colour) in enumerate(rows):
        middle = 58 + place * 78
        c.line((150, middle), (540, middle), LINE, 1.2).label(136, middle + 5, text, INK, 16, "end")
        line = []
        for x in range(150, 541, 3):
            t = (x - 190 - place * 22) / 30
            wave = sin(t) * 2.718 ** (-abs(t - 4) / 6) if t > 0 else 0
            line.append((float(x), middle - 33 * swing * wave))
        c.stroke(points(line), colour, 3)
    c.label(540, 340, "time →", SOFT, 14, "end")
    return c.svg()
