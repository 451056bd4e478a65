"""Who says what in a sentence: a frame for each speech verb and each other cue."""

from collections.abc import Sequence

from newsroom.text.quotes.before import forward, passive
from newsroom.text.quotes.behind import inverted
from newsroom.text.quotes.cues import is_cue
from newsroom.text.quotes.frame import Frame
from newsroom.text.quotes.grammar import ACCORDING, COLON, QUOTE, SAY, SPEECH, VIEW, WHO
from newsroom.text.quotes.leads import according, colon, in_view, of_noun
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import left_of
from newsroom.text.quotes.subjects import is_passive


def frames(reading: Reading, low: int, end: int, places: Sequence[int]) -> list[Frame]:
    """The frames of one unit of words, from `low` to `end`, in order; `places` are those of its cue words."""
    found: list[Frame] = []
    for place in places:
        frame = framed(reading, low, place, end, found)
        if frame:
            found.append(frame)
    return found


def framed(reading: Reading, low: int, place: int, end: int, found: Sequence[Frame]) -> Frame | None:
    kind = reading.kinds[place]
    if kind & QUOTE:
        return colon(reading, low, place, found) if place > low and reading.kinds[place - 1] & COLON else None
    if kind & SAY and is_cue(reading, low, place, end):
        start, left = behind_last(reading, low, found), left_of(reading, low, place)
        turned = inverted(reading, low, start, left, place, end)
        if turned:
            return turned
        if is_passive(reading, low, place):
            return passive(reading, place, end)
        return forward(reading, low, start, left, place, end, found)
    if kind & SPEECH:
        noun = of_noun(reading, low, place, end)
        if noun:
            return noun
    if kind & VIEW:
        return in_view(reading, low, place, end)
    return according(reading, low, place, end) if kind & ACCORDING else None


def behind_last(reading: Reading, low: int, found: Sequence[Frame]) -> int:
    """Where what is said before a cue may begin: behind the last clause that says so of somebody, not of “who”."""
    for frame in reversed(found):
        if not reading.kinds[frame.speaker[0]] & WHO:
            return max(low, frame.cue[1] + 1, frame.speaker[1] + 1)
    return low
