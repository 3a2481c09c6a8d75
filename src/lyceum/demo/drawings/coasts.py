"""Drawings of currents, coasts and life in the sea."""

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
    points,
)  # fmt: skip


def gyre() -> str:
    c = Canvas("A subtropical gyre of the northern hemisphere", sheet=WASH)
    c.shape("M0 0L120 0C96 60 130 96 92 150C70 190 96 250 60 300L40 350L0 350Z", fill=SAND)
    c.shape("M560 0L470 0C452 50 492 90 476 140C470 200 520 250 500 350L560 350Z", fill=SAND)
    c.stroke("M120 0C96 60 130 96 92 150C70 190 96 250 60 300L40 350", DUNE, 2)
    c.stroke("M470 0C452 50 492 90 476 140C470 200 520 250 500 350", DUNE, 2)
    for y, way in ((52, 1), (300, -1)):
        for x in (190, 270, 350):
            a, b = (x - 26 * way, y), (x + 26 * way, y)
            c.arrow(a, b, SUN, 3)
    c.label(276, 32, "westerlies", "#8A5A0B", 15).label(276, 332, "trade winds", "#8A5A0B", 15)
    c.curve((132, 244), (116, 150), (176, 92), CORAL, 6)
    c.curve((200, 84), (300, 62), (410, 92), DEEP, 3)
    c.curve((436, 112), (462, 180), (436, 246), DEEP, 2.5)
    c.curve((410, 262), (290, 288), (160, 260), DEEP, 3)
    c.label(180, 150, "western boundary:", CORAL, 14, "start").label(
        180, 168, "narrow, fast, warm", CORAL, 14, "start"
    )
    c.label(418, 196, "eastern side:", DEEP, 14, "end")
    c.label(418, 214, "broad, slow, cool", DEEP, 14, "end")
    c.label(40, 30, "west", SOFT, 14).label(520, 30, "east", SOFT, 14)
    return c.svg()


def conveyor() -> str:
    c = Canvas("The overturning circulation, from the side", sheet=FOAM)
    c.shape("M0 90L560 90L560 350L0 350Z", fill=WASH)
    c.shape("M0 210L560 210L560 350L0 350Z", fill="#9CC7C8")
    c.shape(
        "M0 350L0 318C90 300 150 330 230 322C310 312 340 338 420 326"
        "C480 316 520 310 560 316L560 350Z",
        fill=DUNE,
    )
    c.box(20, 66, 96, 24, rx=5, fill=WHITE, stroke=SEA, stroke_width=1.5)
    c.label(68, 83, "sea ice", DEEP, 14)
    c.curve((520, 122), (330, 100), (150, 122), CORAL, 5)
    c.label(340, 98, "warm surface water flows poleward", CORAL, 15)
    c.stroke("M128 132C84 140 76 170 76 220C76 270 86 284 120 290", DEEP, 5)
    c.head((76, 200), (78, 240), DEEP, 14)
    c.label(98, 176, "cools, grows saltier,", DEEP, 15, "start")
    c.label(98, 196, "sinks", DEEP, 15, "start")
    c.curve((130, 290), (320, 304), (470, 282), DEEP, 5)
    c.label(300, 276, "cold deep water spreads for centuries", DEEP, 15)
    c.stroke("M478 276C520 256 528 200 524 140", PLUM, 4, "9 8").head(
        (525, 150), (524, 132), PLUM, 13
    )
    c.label(508, 206, "mixing and wind", PLUM, 15, "end").label(
        508, 226, "bring it back up", PLUM, 15, "end"
    )
    c.label(60, 36, "high latitudes", SOFT, 15).label(500, 36, "tropics", SOFT, 15)
    for x in (196, 208, 220):
        c.stroke(f"M{x} 66q5 -8 0 -16q-5 -8 0 -16", SOFT, 1.6)
    c.label(236, 58, "heat to the air", SOFT, 14, "start")
    return c.svg()


def upwelling() -> str:
    c = Canvas("Coastal upwelling, northern hemisphere, looking poleward")
    c.shape("M0 120L372 120C386 190 372 270 430 350L0 350Z", fill=WASH)
    c.shape("M0 250C150 246 280 226 372 178L430 350L0 350Z", fill="#8FBFC1")
    c.shape("M372 120L560 92L560 350L430 350C372 270 386 190 372 120Z", fill=SAND)
    c.stroke("M560 92L372 120C386 190 372 270 430 350", DUNE, 2)
    c.disc(300, 62, 17, fill="none", stroke=SUN, stroke_width=3).disc(300, 62, 5, fill=SUN)
    c.label(274, 58, "wind along the shore,", "#8A5A0B", 15, "end")
    c.label(274, 78, "towards you", "#8A5A0B", 15, "end")
    c.arrow((330, 136), (110, 136), CORAL, 4)
    c.label(200, 166, "surface water moves offshore", CORAL, 15)
    c.stroke("M150 316C260 310 330 280 348 176", DEEP, 4).head((346, 200), (350, 160), DEEP, 13)
    c.label(150, 296, "cold, rich water rises", DEEP, 15)
    for x, y in ((250, 196), (270, 186), (236, 206), (290, 200), (262, 212), (306, 184)):
        c.disc(x, y, 4, fill=LEAF)
    c.label(200, 228, "plankton blooms", "#4C6733", 15)
    c.label(488, 160, "land", SOFT, 16)
    return c.svg()


def longshore_drift() -> str:
    c = Canvas("Longshore drift, seen from above", sheet=WASH)
    c.shape("M0 350L0 232L560 232L560 350Z", fill=SAND)
    c.shape("M0 232L560 232L560 198C400 204 200 190 0 202Z", fill=FOAM)
    for x in (-20, 70, 160, 250, 340, 430):
        c.line((x, 180), (x + 150, 24), SEA, 2)
    c.arrow((196, 62), (254, 118), DEEP, 4)
    c.box(6, 22, 186, 26, fill=WASH).label(14, 40, "waves arrive at an angle", DEEP, 15, "start")
    for step in range(4):
        left = 66 + step * 78
        c.arrow((left, 208), (left + 74, 256), CORAL, 3)
        c.arrow((left + 78, 254), (left + 78, 214), DEEP, 2).disc(left, 208, 5, fill=CORAL)
    c.label(52, 286, "swash: up the beach, slanting", CORAL, 15, "start")
    c.label(540, 286, "backwash: straight down", DEEP, 15, "end")
    c.arrow((120, 312), (440, 312), INK, 4).label(280, 338, "the sand travels this way", INK, 15)
    c.shape("M490 176L490 232L396 232C436 226 472 206 490 176Z", fill=SAND, stroke=DUNE)
    c.box(488, 168, 12, 92, fill=SOFT).label(506, 182, "groyne", INK, 14, "start")
    return c.svg()


def headland() -> str:
    c = Canvas("From headland to stump, in four steps", sheet=FOAM)
    c.shape("M0 270L560 270L560 350L0 350Z", fill=WASH).line((0, 270), (560, 270), SEA, 2)
    rock = "#B79C7B"
    c.shape("M0 270L0 120L150 128L156 270Z", fill=rock)
    c.shape("M120 270C118 238 128 226 138 226C150 226 154 244 156 270Z", fill=DEEP)
    c.shape(
        "M148 128L298 138L302 270L266 270C264 214 252 196 234 196C214 196 206 220 206 270L156 270Z",
        fill=rock,
    )
    c.line((156, 128), (156, 270), "#A3876A", 1.5)
    c.shape("M366 270L372 152L408 148L420 270Z", fill=rock)
    c.shape("M474 270L482 236L512 232L528 270Z", fill=rock)
    for x, y in ((344, 262), (352, 268), (430, 266), (440, 262), (462, 266), (536, 264)):
        c.disc(x, y, 6, fill="#A3876A")
    rows = ((138, "1 cave"), (234, "2 arch"), (392, "3 stack"), (502, "4 stump"))
    for x, text in rows:
        c.label(x, 304, text, INK, 16, weight=600)
    c.label(280, 334, "waves open a crack, break through, the roof falls", SOFT, 14)
    for x in (40, 90, 190, 250):
        c.stroke(f"M{x} 118q4 -12 10 -2q5 -12 9 2", LEAF, 2.5)
    c.label(92, 92, "resistant headland", SOFT, 15)
    return c.svg()


def estuary() -> str:
    c = Canvas("A salt wedge in an estuary, from the side")
    c.shape("M0 110L560 110L560 350L0 350Z", fill="#DCEBDD")
    c.shape("M150 282C300 262 420 190 560 146L560 350L150 350Z", fill="#8FBFC1")
    c.shape("M0 350L0 250C120 270 250 300 380 312C460 320 520 318 560 322L560 350Z", fill=DUNE)
    c.line((0, 110), (560, 110), SEA, 2).stroke("M150 282C300 262 420 190 560 146", SEA, 2, "7 6")
    c.arrow((40, 160), (220, 160), LEAF, 4).label(130, 146, "fresh river water", "#4C6733", 15)
    c.arrow((530, 270), (360, 280), DEEP, 4).label(450, 256, "salt water creeps in", DEEP, 15)
    for x, y in ((300, 208), (350, 186), (400, 164)):
        c.curve((x, y + 22), (x + 14, y), (x + 2, y - 22), CORAL, 2)
    c.label(402, 138, "mixing", CORAL, 15).label(200, 322, "mud settles here", INK, 15)
    c.label(60, 90, "river", SOFT, 16).label(510, 90, "sea", SOFT, 16)
    return c.svg()


def light_zones() -> str:
    c = Canvas("Light and life with depth")
    bands = (
        (0, 96, "#BFE0DE", "sunlit zone", "0 to 200 m", "plants can grow", INK),
        (96, 96, "#5E9DA3", "twilight zone", "200 to 1,000 m", "light to see, not to grow", WHITE),
        (192, 84, "#1E5561", "midnight zone", "1,000 to 4,000 m", "no sunlight at all", WHITE),
        (276, 74, "#0F2F3B", "abyss", "below 4,000 m", "near freezing, enormous pressure", WHITE),
    )  # fmt: skip
    for top, tall, fill, name, depth, note, ink in bands:
        c.box(0, top, 560, tall, fill=fill)
        c.label(22, top + 34, name, ink, 18, "start", 600).label(
            22, top + 56, depth, ink, 15, "start"
        )
        c.label(540, top + 46, note, ink, 15, "end")
    for x in (210, 232, 254):
        c.line((x, 8), (x - 14, 150), SUN, 2, "2 9")
    for step in range(22):
        x, y = 190 + (step * 53) % 150, 200 + (step * 37) % 140
        c.disc(x, y, 1.6 + step % 2, fill=WHITE, fill_opacity=0.65)
    return c.svg()


def shore_zones() -> str:
    c = Canvas("Who lives where on a rocky shore")
    c.shape(
        "M0 350L0 46C90 56 120 96 200 120C290 150 320 196 400 226C470 250 510 290 560 306L560 350Z",
        fill="#B79C7B",
    )
    c.shape("M400 226L560 226L560 306C510 290 470 250 400 226Z", fill=WASH)
    rows = (
        (62, "spray zone: lichens, periwinkles", 88), (120, "high: barnacles, a few limpets", 200),
        (172, "middle: mussels, wracks, snails", 304), (226, "low: kelp, sea stars", 400),
    )  # fmt: skip
    for y, text, start in rows:
        c.line((start, y), (560, y), SEA, 1.5, "6 5").label(548, y - 8, text, DEEP, 15, "end")
    for x, y in ((150, 100), (164, 104), (180, 110), (196, 116), (172, 104)):
        c.shape(f"M{x} {y}l6 -9l6 9Z", fill="#F3EBDD", stroke=SOFT)
    for x, y in ((236, 132), (250, 140), (264, 150), (280, 160)):
        c.oval(x, y, 8, 5, fill=DEEP)
    for x, y in ((474, 260), (500, 276), (518, 287), (536, 296)):
        c.stroke(f"M{x} {y}q7 -8 0 -15q-7 -7 1 -14", LEAF, 3)
    c.label(24, 326, "longer in air: drying, heat, frost", WHITE, 14, "start")
    c.label(24, 344, "longer under water: crowding and hunters", WHITE, 14, "start")
    return c.svg()


def rip_current() -> str:
    c = Canvas("A rip current, seen from above", sheet="#A9D3D3")
    c.shape("M0 350L0 286C160 276 240 300 290 296C360 290 420 276 560 286L560 350Z", fill=SAND)
    for start in (0, 356):
        for y in (170, 204, 238):
            wave = [(start + x, y + 5 * sin(x / 9)) for x in range(10, 190, 4)]
            c.stroke(points(wave), WHITE, 6)
    c.shape(
        "M232 286C250 220 244 160 236 110C220 70 340 70 324 110C316 160 310 220 330 286Z",
        fill="#6FAEB3",
    )
    c.arrow((281, 270), (281, 104), CORAL, 6).label(281, 62, "rip current", CORAL, 17, weight=600)
    c.curve((140, 272), (210, 276), (252, 262), DEEP, 3).curve(
        (420, 272), (350, 276), (312, 262), DEEP, 3
    )
    c.curve((300, 150), (400, 134), (440, 158), PLUM, 3.5)
    c.label(424, 124, "swim along the shore,", PLUM, 15).label(
        424, 142, "then in with the waves", PLUM, 15
    )
    c.label(100, 150, "breaking waves", DEEP, 15).label(281, 332, "beach", SOFT, 16)
    c.line((0, 350), (560, 350), LINE, 1)
    return c.svg()
