"""How the time grows with the length: texts of several shapes, each twice as long as the one before, up to 2 MB."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsroom.text.breakdown import breakdown
from tests.quality.marked import stories
from tests.quality.plot import plot
from tests.quality.speed import bare, seconds

DRAWN = Path("var/growth.svg")
LENGTHS = [2_000_000 >> halved for halved in range(5, -1, -1)]
# The quickest of so many counts: other work on the machine only ever makes it slower.
ROUNDS = 5
SAID = "“The ferry leaks,” said Mara Lind. “It leaks, and nobody,” she added, “has asked why.” "
SHORT = "He said nothing of it. "


class Point(NamedTuple):
    """A text of so many code points takes so many seconds, and so many times as long as the bare loop over it."""

    length: int
    seconds: float
    times: float


def shapes() -> dict[str, str]:
    """A piece of each text; the text is its repetition."""
    own = "\n\n".join(story.text for story in stories()) + "\n\n"
    return {
        "stories": own,
        "stories in one line": " ".join(own.split()) + " ",
        "quotations": SAID,
        "short sentences": SHORT,
    }


def growth() -> None:
    """Measures, prints the table and draws it."""
    found = {name: list(points(piece)) for name, piece in shapes().items()}
    print("\n".join(table(found)))
    lines = {name: [(point.length / 1e6, point.seconds) for point in measured] for name, measured in found.items()}
    DRAWN.parent.mkdir(exist_ok=True)
    DRAWN.write_text(plot(lines, across="million characters", up="seconds"))
    print(f"\nDrawn in {DRAWN}.")


def points(piece: str) -> Iterator[Point]:
    for length in LENGTHS:
        text = (piece * (length // len(piece) + 1))[:length]
        rounds = [(seconds(breakdown, text), seconds(bare, text)) for _ in range(ROUNDS)]
        whole, loop = min(whole for whole, _ in rounds), min(loop for _, loop in rounds)
        yield Point(length, whole, whole / loop)


def table(found: Mapping[str, list[Point]]) -> Iterator[str]:
    """A line for each length: seconds, times the bare loop, and how many times the line above; 2 is linear."""
    yield f"{'':10}" + "".join(f"{name:>24}" for name in found)
    yield f"{'length':>10}" + f"{'s':>8}{'× bare':>8}{'growth':>8}" * len(found)
    for place, length in enumerate(LENGTHS):
        yield f"{length:>10,}" + "".join(cell(measured, place) for measured in found.values())


def cell(measured: list[Point], place: int) -> str:
    _, took, times = measured[place]
    grown = f"{took / measured[place - 1].seconds:8.2f}" if place else f"{'':8}"
    return f"{took:8.2f}{times:8.1f}{grown}"
