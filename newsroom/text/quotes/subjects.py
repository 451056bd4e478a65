"""Whose verb it is: the noun phrase before it, over what may stand between."""

from newsroom.text.quotes.asides import before_bracket, over_aside
from newsroom.text.quotes.grammar import (
    ANYBODY,
    BOUND,
    CLOSE,
    DET,
    ING,
    LINK,
    MARK,
    NAMING,
    PAUSE,
    PREP,
    PRON,
    QUOTE,
    TIME,
    WHO,
)
from newsroom.text.quotes.phrases import Phrase, phrase_before
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_time

# A clause with “who” that no comma parts from its noun is not longer (words).
CLAUSE = 14
BE = frozenset(["is", "was", "were", "are", "be", "been", "being", "wasn't", "isn't", "weren't", "aren't", "what's"])


def subject(reading: Reading, low: int, verb: int) -> Phrase | None:
    """The noun phrase, pronoun or relative pronoun whose verb stands at `verb`; read back no further than `low`."""
    last = verb - 1
    found: Phrase | None = None
    for _ in range(3):
        last = before_adverbs(reading, low, last)
        if last >= low and reading.kinds[last] & CLOSE:
            last = before_bracket(reading, low, last)
        if last < low:
            return found
        kind = reading.kinds[last]
        if kind & ANYBODY:
            return last, last
        if kind & PAUSE:
            return over_aside(reading, low, last)
        if kind & BOUND:
            return found
        nearest = phrase_before(reading, low, last)
        if nearest is None:
            return found
        found = over_relative(reading, low, nearest)
        last = found[0] - 2
        if last < low or reading.kinds[last + 1] & (PREP | LINK) != PREP:
            return found
    return found


def over_relative(reading: Reading, low: int, found: Phrase) -> Phrase:
    """Back over a clause with “who” and no comma: an aide who asked for anonymity said."""
    for place in range(found[0] - 1, max(low, found[0] - CLAUSE), -1):
        kind = reading.kinds[place]
        if kind & (MARK | QUOTE):
            break
        if reading.lowers[place] == "who":
            return phrase_before(reading, low, place - 1) or found
    return found


def before_adverbs(reading: Reading, low: int, last: int) -> int:
    """Past adverbs, auxiliaries and “on Monday”, “at the time”, “last week” before a verb."""
    kinds = reading.kinds
    while last >= low:
        if is_adverb(reading, last) and not (kinds[last] & DET and last == low):
            last -= 1
        elif kinds[last] & TIME and is_time(reading, last):
            place = last - 1
            while place >= low and kinds[place] & (TIME | DET) and last - place < 4:
                place -= 1
            if place >= low and kinds[place] & PREP:
                place -= 1
            if place < low:
                return last
            last = place
        else:
            return last
    return last


def is_passive(reading: Reading, low: int, verb: int) -> bool:
    """Whether the verb is one of being told, asked, called: was asked, a class called “…”."""
    place = verb - 1
    while place >= low and is_adverb(reading, place):
        if reading.lowers[place] in BE:
            return not reading.kinds[verb] & ING
        place -= 1
    if place != verb - 1 or place <= low or not reading.kinds[verb] & NAMING:
        return False
    if verb + 1 >= len(reading.kinds) or not reading.kinds[verb + 1] & QUOTE:
        return False
    return not (reading.names[place] or reading.kinds[place] & (PRON | WHO | MARK | LINK | PREP | QUOTE))
