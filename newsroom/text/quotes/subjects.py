"""Whose verb it is: the noun phrase before it, over what may stand between."""

from newsroom.text.quotes.asides import before_bracket, over_aside
from newsroom.text.quotes.grammar import (
    CLOSE,
    COMMA,
    DASH,
    DET,
    ING,
    LINK,
    MARK,
    NAMING,
    PREP,
    PRON,
    QUOTE,
    TIME,
    WHO,
)
from newsroom.text.quotes.phrases import Phrase, phrase_before
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_time

BE = frozenset(["is", "was", "were", "are", "be", "been", "being", "wasn't", "isn't", "weren't", "aren't"])


def subject(reading: Reading, low: int, verb: int) -> Phrase | None:
    """The noun phrase, pronoun or relative pronoun whose verb stands at `verb`; read back no further than `low`."""
    last = before_adverbs(reading, low, verb - 1)
    if last >= low and reading.kinds[last] & CLOSE:
        last = before_bracket(reading, low, last)
    if last < low:
        return None
    kind = reading.kinds[last]
    if kind & (PRON | WHO):
        return last, last
    if kind & (COMMA | DASH):
        return over_aside(reading, low, last)
    if kind & (MARK | LINK | QUOTE | PREP):
        return None
    return phrase_before(reading, low, last)


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
