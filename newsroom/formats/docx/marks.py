"""Where comments and notes stand: selections, marks, and selections whose words are gone."""

from dataclasses import dataclass, field
from typing import NamedTuple

from newsroom.text.places import Spot


class Place(NamedTuple):
    """Where a note stands, as `Note` says it."""

    start: Spot | None = None
    end: Spot | None = None
    cut: bool = False
    quote: str = ""


class Point(NamedTuple):
    """How far reading had come: the spot, how many visible characters were kept, how many pieces of text dropped."""

    spot: Spot
    kept: int
    gone: int


@dataclass(slots=True)
class Mark:
    """What was met of one comment or note so far. `cut`: the mark itself stands in words that are not kept, `quote`."""

    opens: Point | None = None
    closes: Point | None = None
    spot: Spot | None = None
    cut: bool = False
    quote: str = ""

    def place(self, gone: list[str]) -> Place:
        """The place that this adds up to; `gone` are the dropped pieces of text that points count."""
        first, last = self.opens, self.closes
        if first is None or last is None:
            met = first or last
            return Place(None, self.spot or (met.spot if met else None), self.cut, self.quote)
        if first.kept < last.kept:
            return Place(first.spot, last.spot)
        quote = "".join(gone[first.gone : last.gone]).strip() or self.quote
        return Place(None, last.spot, bool(quote) or self.cut, quote)


@dataclass(slots=True)
class Marks:
    """The marks of one story, by what they mark (comment, footnote, endnote) and its id."""

    met: dict[tuple[str, str], Mark] = field(default_factory=dict)

    def of(self, kind: str, number: str) -> Mark:
        return self.met.setdefault((kind, number), Mark())

    def adopt(self, inner: "Marks", spot: Spot | None) -> None:
        """Take over the marks of something that is no part of the text: they stand where it does."""
        for key in inner.met:
            mark = self.met.setdefault(key, Mark())
            mark.spot = mark.spot or spot
