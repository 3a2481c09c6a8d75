"""Axes for the drawings that show data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lyceum.demo.drawings.canvas import INK, LINE, SOFT, Canvas, Point, points


@dataclass(frozen=True, kw_only=True)
class Axes:
    """A rectangle of the canvas and the data range that it shows."""

    canvas: Canvas
    x: tuple[float, float]
    y: tuple[float, float]
    left: float = 64
    right: float = 530
    top: float = 40
    bottom: float = 290

    def at(self, x: float, y: float) -> Point:
        """Return where the data point (x, y) lies on the canvas."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return (
            self.left + across * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )

    def frame(self, x_title: str, y_title: str) -> None:
        """Draw the two axes and their titles."""
        self.canvas.line((self.left, self.bottom), (self.right, self.bottom), INK, 1.5)
        self.canvas.label((self.left + self.right) / 2, self.bottom + 46, x_title, SOFT)
        self.canvas.label(self.left - 46, self.top - 14, y_title, SOFT, anchor="start")

    def ticks_x(self, values: Sequence[float], texts: Sequence[str]) -> None:
        for value, text in zip(values, texts, strict=True):
            x, y = self.at(value, self.y[0])
            self.canvas.label(x, y + 22, text, SOFT, 14)

    def ticks_y(self, values: Sequence[float], texts: Sequence[str]) -> None:
        """Draw a thin rule and a number at each value."""
        for value, text in zip(values, texts, strict=True):
            x, y = self.at(self.x[0], value)
            self.canvas.line((self.left, y), (self.right, y), LINE, 1)
            self.canvas.label(x - 8, y + 5, text, SOFT, 14, "end")

    def function(self, f: Callable[[float], float], steps: int = 120) -> list[Point]:
        """Return the canvas points of y = f(x) over the whole range."""
        low, high = self.x
        xs = [low + (high - low) * step / steps for step in range(steps + 1)]
        return [self.at(x, f(x)) for x in xs]

    def area(self, line: list[Point]) -> str:
        """Return the path of the area between `line` and the lower axis."""
        return points([*line, (line[-1][0], self.bottom), (line[0][0], self.bottom)]) + "Z"
