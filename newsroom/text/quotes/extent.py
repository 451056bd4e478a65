"""How far what a frame says reaches beyond the words in marks."""

from collections.abc import Sequence

from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.govern import encloses
from newsroom.text.quotes.grammar import LINK, MARK, QUOTE, THAT
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.spans import Span

JOINTS = frozenset(["and", "but"])


def before_cue(reading: Reading, frame: Frame) -> Phrase:
    """First and end of what is said before the cue, without marks and conjunctions at its ends."""
    first, end = frame.back
    while first < end and (reading.kinds[first] & MARK or reading.lowers[first] in JOINTS):
        first += 1
    while end > first and reading.kinds[end - 1] & MARK:
        end -= 1
    return first, end


def behind_cue(reading: Reading, low: int, frame: Frame, found: Sequence[Frame]) -> Phrase:
    """First and end of what is said behind the cue: as far as the next frame that is no part of it."""
    first, end = frame.forth
    for other in found:
        if other.cue[0] <= frame.cue[0] or encloses(reading, low, frame, other):
            continue
        edge = min(other.speaker[0], other.cue[0]) if other.explicit else other.cue[0]
        if frame.cue[0] < edge < end:
            end = edge
        break
    while end > first and reading.kinds[end - 1] & (MARK | LINK):
        end -= 1
    while first < end and reading.kinds[first] & (MARK | THAT):
        first += 1
    return first, end


def holds_more(reading: Reading, part: Phrase) -> bool:
    """Whether a part of a sentence holds other words than those in marks."""
    return any(not kind & (MARK | QUOTE) for kind in reading.kinds[part[0] : part[1]])


def hull(reading: Reading, low: int, frame: Frame, found: Sequence[Frame], quotes: Sequence[int]) -> tuple[Span, bool]:
    """The whole of what a frame says around the words in marks at `quotes`, and whether it is more than those."""
    start, end = reading.starts[quotes[0]], reading.ends[quotes[-1]]
    mixed = False
    if quotes[0] < frame.cue[0]:
        part = before_cue(reading, frame)
        if holds_more(reading, part):
            mixed = True
            start, end = min(start, reading.starts[part[0]]), max(end, reading.ends[part[1] - 1])
    if quotes[-1] > frame.cue[0]:
        part = behind_cue(reading, low, frame, found)
        if holds_more(reading, part):
            mixed = True
            end = max(end, reading.ends[part[1] - 1])
            if quotes[0] > frame.cue[0]:
                start = min(start, reading.starts[part[0]])
    return Span(start, end), mixed
