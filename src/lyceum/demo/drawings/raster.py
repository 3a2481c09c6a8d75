"""Makes a picture of pixels from a drawing without words: covers and marks, which must be raster.

Understands what `Canvas` draws: rectangles, discs, and paths of M, L, H, V, C, A (quarter circles)
and Z with absolute numbers, filled or stroked. Drawn three times as large and reduced, so that
edges are smooth.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from math import atan2, cos, pi, sin
from xml.etree import ElementTree

from PIL import Image, ImageDraw

from lyceum.demo.drawings.canvas import Point

SVG = "{http://www.w3.org/2000/svg}"
FINER = 3
CURVE_STEPS = 16
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")


def webp(svg: str, width: int) -> bytes:
    """Return the drawing as a WebP image that is `width` pixels wide."""
    root = ElementTree.fromstring(svg)
    full = float(root.get("width", "1")), float(root.get("height", "1"))
    height = round(width * full[1] / full[0])
    sheet = Image.new("RGB", (width * FINER, height * FINER))
    pen = _Pen(sheet, width * FINER / full[0])
    for element in root:
        pen.draw(element)
    out = BytesIO()
    sheet.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=88, method=6)
    return out.getvalue()


class _Pen:
    """Draws elements on an image, `scale` pixels to a unit of the drawing."""

    def __init__(self, sheet: Image.Image, scale: float) -> None:
        self._scale = scale
        self._draw = ImageDraw.Draw(sheet, "RGBA")

    def draw(self, element: ElementTree.Element) -> None:
        fill = self._colour(element)
        lines = list(self._outlines(element))
        for line in lines:
            scaled = [(x * self._scale, y * self._scale) for x, y in line]
            if fill and len(scaled) > 2:
                self._draw.polygon(scaled, fill=fill)
            if element.get("stroke"):
                self._stroke(element, scaled)

    def _colour(self, element: ElementTree.Element) -> tuple[int, int, int, int] | None:
        text = element.get("fill", "none")
        if text == "none":
            return None
        red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
        return red, green, blue, round(255 * float(element.get("fill-opacity", "1")))

    def _stroke(self, element: ElementTree.Element, line: list[Point]) -> None:
        colour = element.get("stroke", "")
        width = float(element.get("stroke-width", "1")) * self._scale
        dashes = [float(n) * self._scale for n in element.get("stroke-dasharray", "").split()]
        for part in _dashed(line, *dashes) if dashes else [line]:
            self._draw.line(part, fill=colour, width=round(width), joint="curve")
            for x, y in (part[0], part[-1]):
                r = width / 2
                self._draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def _outlines(self, element: ElementTree.Element) -> Iterator[list[Point]]:
        get = {name: float(value) for name, value in element.items() if _is_number(value)}
        match element.tag.removeprefix(SVG):
            case "rect":
                x, y, w, h = get["x"], get["y"], get["width"], get["height"]
                yield [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
            case "circle":
                yield list(_arc((get["cx"], get["cy"]), get["r"], 0, 2 * pi, 96))
            case "path":
                yield from _path(element.get("d", ""))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d*\.?\d+", text) is not None


def _arc(centre: Point, r: float, start: float, turn: float, steps: int) -> Iterator[Point]:
    for step in range(steps + 1):
        angle = start + turn * step / steps
        yield centre[0] + r * cos(angle), centre[1] + r * sin(angle)


def _path(d: str) -> Iterator[list[Point]]:
    """Yield each sub-path as a polygon."""
    tokens, command = iter(TOKEN.findall(d)), ""
    line: list[Point] = []
    for token in tokens:
        if token.isalpha():
            command, first = token, None
        else:
            first = float(token)
        if command == "Z" or (command == "M" and first is None and line):
            yield line
            line = []
        if first is not None:
            line += _reached(command, first, tokens, line)
    if line:
        yield line


def _reached(command: str, first: float, rest: Iterator[str], line: list[Point]) -> list[Point]:
    def more(count: int) -> list[float]:
        return [float(next(rest)) for _ in range(count)]

    if command in "ML":
        return [(first, more(1)[0])]
    if command in "HV":
        return [(first, line[-1][1]) if command == "H" else (line[-1][0], first)]
    if command == "A":
        return _quarter(line[-1], first, more(6))
    x1, y1, x2, y2, x3, y3 = first, *more(5)
    (x0, y0), steps = line[-1], [step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1)]
    return [
        (
            (1 - t) ** 3 * x0 + 3 * (1 - t) ** 2 * t * x1 + 3 * (1 - t) * t**2 * x2 + t**3 * x3,
            (1 - t) ** 3 * y0 + 3 * (1 - t) ** 2 * t * y1 + 3 * (1 - t) * t**2 * y2 + t**3 * y3,
        )
        for t in steps
    ]


def _quarter(start: Point, r: float, rest: list[float]) -> list[Point]:
    """Return a clockwise quarter circle that rises to the right, the only arc that covers use."""
    end = (rest[-2], rest[-1])
    centre = (end[0], start[1])
    begin = atan2(start[1] - centre[1], start[0] - centre[0])
    return list(_arc(centre, r, begin, pi / 2, CURVE_STEPS))


def _dashed(line: list[Point], on: float, off: float) -> Iterator[list[Point]]:
    """Cut a line into dashes."""
    part, left, drawing = [line[0]], on, True
    for (x0, y0), (x1, y1) in pairwise(line):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        gone = 0.0
        while length - gone > left:
            gone += left
            at = (x0 + (x1 - x0) * gone / length, y0 + (y1 - y0) * gone / length)
            if drawing:
                yield [*part, at]
            part, drawing = [at], not drawing
            left = on if drawing else off
        left -= length - gone
        part.append((x1, y1))
    if drawing and len(part) > 1:
        yield part
