"""Quotations on their way: what a sentence says about the words in marks, and about those it only reports."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from newsroom.text.marks import Stretch
from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.extent import before_cue, behind_cue, hull
from newsroom.text.quotes.frame import SILENT, Frame
from newsroom.text.quotes.govern import encloses, governing
from newsroom.text.quotes.grammar import REPORT
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.trust import attribution
from newsroom.text.quotes.unknown import unknown_verb

# What is reported without marks is longer than this (code points).
SHORTEST = 10


START = attrgetter("start")


@dataclass(slots=True)
class Draft:
    """A quotation on the way: its stretches in marks, the whole of it, and who says it as far as known.

    `mixed`: there is more to it than the words in marks; `silent`: its sentence says that nobody named speaks.
    """

    stretches: list[Stretch]
    start: int
    end: int
    said: Attribution | None = None
    mixed: bool = False
    silent: bool = False
    doubtful: bool = False
    paragraph: int = 0


def drafts(
    reading: Reading, low: int, found: list[Frame], quotes: Sequence[int], end: int, stretches: Mapping[int, Stretch]
) -> list[Draft]:
    """What the words from `low` to `end` quote and report: `found` are their frames, `quotes` their words in marks."""
    made: list[Draft] = []
    owned: dict[Phrase, list[int]] = {}
    for quote in quotes:
        frame = governing(reading, low, found, quote)
        if frame is None:
            frame = unknown_verb(reading, quote, end)
            if frame is None:
                made.append(alone(stretches[quote]))
                continue
            found.append(frame)
        owned.setdefault(frame.cue, []).append(quote)
    for frame in found:
        mine = owned.get(frame.cue) if owned else None
        if mine:
            start, last, mixed = hull(reading, low, frame, found, mine)
            silent = frame.rule == SILENT
            said = None if silent else attribution(reading, frame, mine[0])
            made.append(Draft([stretches[quote] for quote in mine], start, last, said, mixed, silent))
        elif frame.kind & REPORT or frame.rule == "according to X":
            whole = reported(reading, low, frame, found, quotes)
            if whole:
                made.append(Draft([], *whole, attribution(reading, frame)))
    return made


def alone(stretch: Stretch, *, doubtful: bool = False) -> Draft:
    """Words in marks without a frame."""
    return Draft([stretch], stretch.start, stretch.end, doubtful=doubtful)


def reported(
    reading: Reading, low: int, frame: Frame, found: Sequence[Frame], quotes: Sequence[int]
) -> tuple[int, int] | None:
    """What a frame without words in marks reports, unless another frame reports that: its start and end."""
    first, end = before_cue(reading, frame)
    behind = behind_cue(reading, low, frame, found)
    if first >= end:
        first, end = behind
    elif behind[0] < behind[1]:
        end = behind[1]
    if end <= first:
        return None
    start, stop = reading.starts[first], reading.end(end - 1)
    if stop - start <= SHORTEST:
        return None
    if quotes and any(first <= quote < end for quote in quotes):
        return None
    if len(found) > 1 and any(encloses(reading, low, other, frame) for other in found):
        return None
    return start, stop


def placed(drafts: list[Draft], lines: Sequence[Draft]) -> list[Draft]:
    """The drafts and lines that are speech as a whole, in order; what such a line reports is not read for itself."""
    if not lines:
        return drafts
    starts = [line.start for line in lines]
    kept = list(lines)
    for draft in drafts:
        place = bisect_right(starts, draft.start) - 1
        if draft.stretches or place < 0 or lines[place].end <= draft.start:
            kept.append(draft)
    return sorted(kept, key=START)
