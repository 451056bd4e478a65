"""Which of a sentence’s frames each of its stretches in marks belongs to."""

from collections.abc import Sequence

from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import CLAUSAL, COMMA, LINK, OPENER, PAUSE, PREP, WHO
from newsroom.text.quotes.reading import Reading

BEHIND = frozenset(["said X", "X said"])
SUBORDINATORS = frozenset(["when", "while", "as", "after", "before", "if", "because", "although", "though", "since"])
JOINTS = frozenset(["and", "but", "while", "whereas", "though", "although"])


def governing(reading: Reading, low: int, frames: Sequence[Frame], quote: int) -> Frame | None:
    """The frame whose words the stretch at `quote` is: right behind it, else around it, else before it."""
    nearest = around = None
    for frame in frames:
        if frame.cue[0] < quote:
            if frame.forth[0] <= quote < frame.forth[1]:
                if frame.forth[0] == quote and reading.lowers[low] in SUBORDINATORS and opens(reading, low, frame):
                    return frame
                nearest = frame
            continue
        if frame.back[0] <= quote < frame.back[1]:
            if frame.rule in BEHIND and is_tight(reading, frame, quote):
                return frame
            around = frame
    return around or (outermost(reading, low, frames, nearest) if nearest else None)


def is_tight(reading: Reading, frame: Frame, quote: int) -> bool:
    """Whether only a comma or dash stands between the stretch and the clause that says who."""
    return all(reading.kinds[place] & PAUSE for place in range(quote + 1, frame.back[1]))


def outermost(reading: Reading, low: int, frames: Sequence[Frame], inner: Frame) -> Frame:
    """The frame that reports `inner` as part of what its own speaker says, if there is one."""
    for frame in frames:
        if frame is inner:
            break
        if encloses(reading, low, frame, inner):
            return frame
    return inner


def encloses(reading: Reading, low: int, outer: Frame, inner: Frame) -> bool:
    """Whether what `outer` reports takes in the clause of `inner`: X said that Y called it “…”."""
    if not outer.kind & CLAUSAL or not outer.forth[0] <= inner.cue[0] < outer.forth[1] or outer.rule in BEHIND:
        return False
    if not inner.explicit:
        return inner.speaker != outer.speaker
    place = inner.speaker[0] - 1
    if reading.kinds[place] & COMMA and (reading.kinds[outer.speaker[0]] & WHO or opens(reading, low, outer)):
        return False
    return place < outer.forth[0] or reading.lowers[place] not in JOINTS


def opens(reading: Reading, low: int, frame: Frame) -> bool:
    """Whether the frame stands in a phrase that opens the sentence: When Lind announced it, …"""
    if not reading.kinds[low] & (LINK | OPENER | PREP) and not reading.lowers[low].endswith(("ing", "ed")):
        return False
    return not any(reading.kinds[place] & COMMA for place in range(low, frame.cue[0]))
