"""How far what a frame says reaches beyond the words in marks."""

from collections.abc import Sequence

from newsroom.text.quotes.clauses import is_finite
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.govern import BEHIND, SUBORDINATORS, encloses, opens
from newsroom.text.quotes.grammar import COMMA, LINK, MARK, NAMING, QUOTE, THAT
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading

NO_WORD = MARK | QUOTE
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
    if reading.lowers[low] in SUBORDINATORS and opens(reading, low, frame):
        end = next((place for place in range(first + 1, end) if reading.kinds[place] & COMMA), end)
    if frame.kind & NAMING:
        end = behind_name(reading, low, first, end)
    while end > first and reading.kinds[end - 1] & (MARK | LINK):
        end -= 1
    while first < end and reading.kinds[first] & (MARK | THAT):
        first += 1
    return first, end


def behind_name(reading: Reading, low: int, first: int, end: int) -> int:
    """Where the name ends that something is called: before the next finite verb, or “and” with one."""
    quoted = False
    for place in range(first, end):
        if quoted and is_finite(reading, low, place):
            return place
        if reading.kinds[place] & QUOTE:
            quoted = True
            if "," in reading.words[place][-3:]:
                return place + 1
    return end


def holds_more(reading: Reading, part: Phrase) -> bool:
    """Whether a part of a sentence holds other words than those in marks."""
    return not all(map(NO_WORD.__and__, reading.kinds[part[0] : part[1]]))


def hull(
    reading: Reading, low: int, frame: Frame, found: Sequence[Frame], quotes: Sequence[int]
) -> tuple[int, int, bool]:
    """The whole of what a frame says around the words in marks at `quotes`: start, end, and whether it is more."""
    cue = frame.cue[0]
    start, end = reading.starts[quotes[0]], reading.end(quotes[-1])
    if frame.back[0] == quotes[-1] and frame.rule in BEHIND:
        return start, end, False
    mixed = False
    if quotes[0] < cue:
        part = before_cue(reading, frame)
        if holds_more(reading, part):
            mixed = True
            start, end = min(start, reading.starts[part[0]]), max(end, reading.end(part[1] - 1))
    if quotes[-1] > cue:
        part = behind_cue(reading, low, frame, found)
        if holds_more(reading, part):
            mixed = True
            end = max(end, reading.end(part[1] - 1))
            if quotes[0] > cue:
                start = min(start, reading.starts[part[0]])
    return start, end, mixed
