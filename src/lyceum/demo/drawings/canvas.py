"""A small drawing board: every drawing of the demo is made on it, so that all speak one language.

Only presentation attributes, no `<style>` and no scripts: a drawing looks the same as an `<img>`
under the strictest content security policy, and its warm sheet reads well on a dark page too.
"""

from collections.abc import Iterable
from html import escape

PAPER = "#FBF8F1"
INK = "#1F2D3A"
SOFT = "#5B6772"
LINE = "#D9D3C5"
SEA = "#2A7F86"
DEEP = "#14505C"
WASH = "#CFE6E4"
FOAM = "#E9F3F1"
SAND = "#EAD9B4"
DUNE = "#C9A765"
SUN = "#E9A23B"
CORAL = "#C9553C"
PLUM = "#6C4F7E"
LEAF = "#6E8F4E"
WHITE = "#FFFFFF"

WIDTH, HEIGHT = 560, 350
LABEL = 16
SANS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

type Point = tuple[float, float]
type Attribute = str | float | int | None


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _attributes(values: dict[str, Attribute]) -> str:
    parts = []
    for name, value in values.items():
        if value is None:
            continue
        text = value if isinstance(value, str) else _number(value)
        parts.append(f' {name.rstrip("_").replace("_", "-")}="{escape(text)}"')
    return "".join(parts)


def points(pairs: Iterable[Point]) -> str:
    """Return the `d` of an open polyline through `pairs`."""
    return "M" + "L".join(f"{_number(float(x))} {_number(float(y))}" for x, y in pairs)


class Canvas:
    """An SVG in the making; every method draws on top of what is there and returns the canvas."""

    def __init__(
        self, title: str, width: int = WIDTH, height: int = HEIGHT, sheet: str = PAPER
    ) -> None:
        self.title, self.width, self.height = title, width, height
        self._parts: list[str] = []
        self.box(0, 0, width, height, fill=sheet)

    def add(self, tag: str, text: str | None = None, /, **attributes: Attribute) -> "Canvas":
        """Draw one element; underscores in names become hyphens."""
        opening = f"<{tag}{_attributes(attributes)}"
        self._parts.append(
            f"{opening}/>" if text is None else f"{opening}>{escape(text, quote=False)}</{tag}>"
        )
        return self

    def box(self, x: float, y: float, w: float, h: float, **look: Attribute) -> "Canvas":
        return self.add("rect", x=x, y=y, width=w, height=h, **look)

    def disc(self, x: float, y: float, r: float, **look: Attribute) -> "Canvas":
        return self.add("circle", cx=x, cy=y, r=r, **look)

    def oval(self, x: float, y: float, rx: float, ry: float, **look: Attribute) -> "Canvas":
        return self.add("ellipse", cx=x, cy=y, rx=rx, ry=ry, **look)

    def shape(self, d: str, **look: Attribute) -> "Canvas":
        """Draw a filled path."""
        return self.add("path", d=d, **look)

    def stroke(
        self, d: str, colour: str = INK, width: float = 2, dash: str | None = None
    ) -> "Canvas":
        """Draw the outline of a path, without filling it."""
        return self.add(
            "path", d=d, fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dash,
            stroke_linecap="round", stroke_linejoin="round",
        )  # fmt: skip

    def line(
        self, a: Point, b: Point, colour: str = INK, width: float = 2, dash: str | None = None
    ) -> "Canvas":
        return self.stroke(points([a, b]), colour, width, dash)

    def arrow(self, a: Point, b: Point, colour: str = INK, width: float = 2.5) -> "Canvas":
        """Draw a straight arrow from `a` to `b`."""
        return self.line(a, b, colour, width).head(a, b, colour)

    def curve(
        self, a: Point, via: Point, b: Point, colour: str = INK, width: float = 2.5
    ) -> "Canvas":
        """Draw an arrow from `a` to `b`, bent towards `via`."""
        ends = [_number(float(value)) for pair in (a, via, b) for value in pair]
        path = f"M{ends[0]} {ends[1]}Q{ends[2]} {ends[3]} {ends[4]} {ends[5]}"
        return self.stroke(path, colour, width).head(via, b, colour)

    def head(self, a: Point, b: Point, colour: str = INK, size: float = 10) -> "Canvas":
        """Draw the head of an arrow that arrives at `b` from the direction of `a`."""
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = (dx * dx + dy * dy) ** 0.5 or 1
        ux, uy = dx / length * size, dy / length * size
        left = (b[0] - ux - uy * 0.55, b[1] - uy + ux * 0.55)
        right = (b[0] - ux + uy * 0.55, b[1] - uy - ux * 0.55)
        return self.shape(points([left, b, right]) + "Z", fill=colour)

    def label(
        self,
        x: float,
        y: float,
        text: str,
        colour: str = INK,
        size: float = LABEL,
        anchor: str = "middle",
        weight: int = 500,
    ) -> "Canvas":
        """Write one line of text whose baseline is at `y`."""
        return self.add(
            "text", text, x=x, y=y, fill=colour, font_size=size, font_family=SANS,
            text_anchor=anchor, font_weight=weight,
        )  # fmt: skip

    def svg(self) -> str:
        """Return the finished drawing, one self-contained document."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}" role="img">'
            f"<title>{escape(self.title)}</title>{''.join(self._parts)}</svg>\n"
        )
