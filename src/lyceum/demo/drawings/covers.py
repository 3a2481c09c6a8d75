"""Covers of the courses, 16:9, and the mark of the institution: shapes, no words."""

from math import cos, pi, sin

from lyceum.demo.drawings.canvas import Canvas, points

WIDTH, HEIGHT = 1280, 720


def oceans() -> str:
    c = Canvas("Oceans and coasts", WIDTH, HEIGHT, "#F3E3C3")
    c.disc(930, 262, 150, fill="#E9A23B").disc(930, 262, 214, fill="#E9A23B", fill_opacity=0.22)
    tones = ("#BFDCD6", "#8FC1BF", "#5CA1A4", "#2A7F86", "#1D646E", "#14505C", "#0D3B47")
    for row, tone in enumerate(tones):
        middle, height, length = 300 + row * 62, 30 + row * 3, 380 + row * 46
        crest = [
            (x, middle - height * cos(2 * pi * (x - row * 173) / length)) for x in range(0, 1281, 8)
        ]
        c.shape(points([*crest, (1280, 720), (0, 720)]) + "Z", fill=tone)
    c.shape("M262 300L262 196L330 300Z", fill="#FBF8F1").shape(
        "M252 300L252 216L206 300Z", fill="#FBF8F1", fill_opacity=0.8
    )
    c.shape("M196 308L346 308L322 338L220 338Z", fill="#C9553C")
    return c.svg()


def trade() -> str:
    c = Canvas("Trade and cities", WIDTH, HEIGHT, "#EFE2CF")
    tones = ("#C9553C", "#D9855F", "#E3B078", "#2A7F86", "#14505C", "#6C4F7E", "#E9A23B", "#F7F1E4")
    c.disc(1010, 190, 96, fill="#F7F1E4")
    for step in range(20):
        tall = 140 + (step * 97 + step * step * 31) % 330
        left = step * 64
        c.box(left, 600 - tall, 64, tall, fill=tones[(step * 5 + step // 3) % 7])
        if step % 3 == 0:
            c.shape(
                points([(left, 600 - tall), (left + 32, 556 - tall), (left + 64, 600 - tall)])
                + "Z",
                fill=tones[(step * 5 + step // 3) % 7],
            )
        if step % 4 == 1:
            c.disc(left + 32, 600 - tall, 32, fill=tones[(step * 5 + step // 3) % 7])
        for floor in range(int(tall // 44) - 1):
            for side in (14, 38):
                c.box(
                    left + side,
                    620 - tall + floor * 44,
                    12,
                    20,
                    rx=2,
                    fill="#F7F1E4",
                    fill_opacity=0.55,
                )
    c.box(0, 600, WIDTH, 120, fill="#0D3B47")
    for row in range(3):
        c.stroke(f"M{40 + row * 90} {632 + row * 28}H{1240 - row * 130}", "#5CA1A4", 5, "70 46")
    return c.svg()


def numbers() -> str:
    c = Canvas("Numbers that argue", WIDTH, HEIGHT, "#EAE4F0")
    tones = ("#6C4F7E", "#8E6FA0", "#B59AC3", "#2A7F86", "#E9A23B", "#C9553C")
    side = 80
    for column in range(16):
        x = column - 7.5
        tall = max(1, round(7.6 * 2.718 ** (-x * x / 19)))
        for row in range(tall):
            left, top = column * side, HEIGHT - (row + 1) * side
            tone = tones[(column * 7 + row * 5 + column * row) % 6]
            if (column + row * 3) % 4 == 0:
                c.box(left, top, side, side, fill=tone)
            elif (column * 2 + row) % 4 == 1:
                c.disc(left + 40, top + 40, 40, fill=tone)
            elif (column + row) % 3 == 1:
                c.shape(
                    f"M{left} {top + side}A{side} {side} 0 0 1 {left + side} {top}V{top + side}Z",
                    fill=tone,
                )
            else:
                c.shape(f"M{left} {top + side}L{left + side} {top + side}L{left} {top}Z", fill=tone)
    bell = [(x, 700 - 650 * 2.718 ** (-(((x - 640) / 80) ** 2) / 19)) for x in range(0, 1281, 10)]
    c.stroke(points(bell), "#1F2D3A", 5, "2 14")
    return c.svg()


def harbour_logo() -> str:
    c = Canvas("Harbour College", 96, 96, "#14505C")
    c.disc(48, 36, 16, fill="#E9A23B")
    for row, tone in enumerate(("#CFE6E4", "#8FC1BF", "#5CA1A4")):
        crest = [
            (x, 48 + row * 15 - 5 * sin(2 * pi * (x + row * 14) / 48)) for x in range(0, 97, 4)
        ]
        c.shape(points([*crest, (96.0, 96.0), (0.0, 96.0)]) + "Z", fill=tone)
    return c.svg()
