"""A plot of a few lines as SVG: light or dark as its reader's screen is, told apart without colour."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import ceil, log10

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 48, 572, 24, 312
DASHES = ("", "7 4", "2 4", "10 3 2 3")
# Between the names of two lines at their ends.
LEAST = 18
STYLE = """
  text { font: 14px system-ui, sans-serif; fill: #3d3a36; }
  path { fill: none; stroke: #1f5f8b; stroke-width: 2; }
  .grid { stroke: #d8d3ca; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #cfcac2; }
    path { stroke: #7db9e0; }
    .grid { stroke: #47433d; }
  }
"""

Line = Sequence[tuple[float, float]]


def plot(lines: Mapping[str, Line], *, across: str, up: str) -> str:
    """The lines over axes that begin at 0, each with its name at its end; `across` and `up` say what is counted."""
    wide, high = (max(point[axis] for line in lines.values() for point in line) for axis in (0, 1))
    scale = (RIGHT - LEFT) / wide, (BOTTOM - TOP) / high
    drawn = [*grid(wide, high, scale), *named(lines, scale)]
    drawn += [text(LEFT - 36, TOP - 8, up), text(RIGHT, BOTTOM + 38, across, "end")]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    title = f"<title>{up} by {across}: {', '.join(lines)}</title>"
    return "\n".join([head, title, f"<style>{STYLE}</style>", *drawn, "</svg>\n"])


def grid(wide: float, high: float, scale: tuple[float, float]) -> Iterator[str]:
    for value in steps(high):
        y = BOTTOM - value * scale[1]
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{RIGHT}"/>'
        yield text(LEFT - 8, y + 5, f"{value:g}", "end")
    for value in steps(wide):
        yield text(LEFT + value * scale[0], BOTTOM + 20, f"{value:g}", "middle")


def steps(most: float) -> list[float]:
    """Round values from 0 up to the most, five or so."""
    size = 10.0 ** ceil(log10(most / 5))
    step = next(size * part for part in (0.2, 0.5, 1) if size * part >= most / 5)
    return [round(step * number, 9) for number in range(int(most / step + 1e-9) + 1)]


def named(lines: Mapping[str, Line], scale: tuple[float, float]) -> Iterator[str]:
    """The lines, from the one that ends highest; the names keep their distance."""
    free = 0.0
    for number, (name, line) in zip(count(), sorted(lines.items(), key=lambda item: -item[1][-1][1])):
        places = [(LEFT + x * scale[0], BOTTOM - y * scale[1]) for x, y in [(0.0, 0.0), *line]]
        joined = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{joined}" stroke-dasharray="{DASHES[number % len(DASHES)]}"/>'
        free = max(free + LEAST, places[-1][1] + 5)
        yield text(RIGHT + 10, free, name)


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'
