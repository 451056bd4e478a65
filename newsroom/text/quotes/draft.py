"""Quotations on their way: what a sentence says about the words in marks, and about those it only reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.text.marks import Stretch
from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.extent import before_cue, behind_cue, hull
from newsroom.text.quotes.frame import SILENT, Frame
from newsroom.text.quotes.govern import encloses, governing
from newsroom.text.quotes.grammar import STRICT
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.trust import attribution
from newsroom.text.quotes.unknown import unknown_verb
from newsroom.text.spans import Span

# What is reported without marks is longer than this (code points).
REPORT = 10


@dataclass(slots=True)
class Draft:
    """A quotation on the way: its stretches in marks, the whole of it, and who says it as far as known.

    `mixed`: there is more to it than the words in marks; `silent`: its sentence says that nobody named speaks.
    """

    stretches: list[Stretch]
    hull: Span
    said: Attribution | None = None
    mixed: bool = False
    silent: bool = False
    doubtful: bool = False
    paragraph: int = 0

    @property
    def start(self) -> int:
        return self.stretches[0].start if self.stretches else self.hull.start

    @property
    def end(self) -> int:
        return self.stretches[-1].end if self.stretches else self.hull.end


def drafts(
    reading: Reading, low: int, found: list[Frame], quotes: Sequence[int], end: int, stretches: Mapping[int, Stretch]
) -> Iterator[Draft]:
    """What the words from `low` to `end` quote and report: `found` are their frames, `quotes` their words in marks."""
    owned: dict[int, list[int]] = {}
    for quote in quotes:
        frame = governing(reading, low, found, quote) or unknown_verb(reading, quote, end)
        if frame is None:
            yield alone(stretches[quote])
        else:
            owned.setdefault(id(frame), []).append(quote)
            if frame not in found:
                found.append(frame)
    for frame in found:
        mine = owned.get(id(frame))
        if mine:
            yield spoken(reading, low, frame, found, [stretches[quote] for quote in mine], mine)
        elif frame.kind & STRICT or frame.rule == "according to X":
            whole = reported(reading, low, frame, found, quotes)
            if whole:
                yield Draft([], whole, attribution(reading, frame))


def alone(stretch: Stretch, *, doubtful: bool = False) -> Draft:
    """Words in marks without a frame."""
    return Draft([stretch], Span(stretch.start, stretch.end), doubtful=doubtful)


def spoken(
    reading: Reading,
    low: int,
    frame: Frame,
    found: Sequence[Frame],
    stretches: list[Stretch],
    quotes: Sequence[int],
) -> Draft:
    whole, mixed = hull(reading, low, frame, found, quotes)
    if frame.rule == SILENT:
        return Draft(stretches, whole, None, mixed, silent=True)
    return Draft(stretches, whole, attribution(reading, frame, quotes[0]), mixed)


def reported(reading: Reading, low: int, frame: Frame, found: Sequence[Frame], quotes: Sequence[int]) -> Span | None:
    """What a frame without words in marks reports, unless another frame reports that."""
    if frame.back[1] > frame.back[0]:
        first, end = before_cue(reading, frame)
    else:
        first, end = behind_cue(reading, low, frame, found)
    if end <= first or reading.ends[end - 1] - reading.starts[first] <= REPORT:
        return None
    if any(first <= quote < end for quote in quotes) or any(encloses(reading, low, other, frame) for other in found):
        return None
    return Span(reading.starts[first], reading.ends[end - 1])
