"""Where what is said begins behind its verb."""

from newsroom.text.quotes.grammar import (
    AUX,
    BASE,
    COLON,
    COMMA,
    DASH,
    DET,
    MARK,
    NAMING,
    NOUN,
    OBJ,
    PREP,
    PRON,
    QUOTE,
    SAY,
    STOP,
    TELLING,
    THAT,
    TIME,
    VERBAL,
)
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb

# Words looked at for “that”, a colon, words in marks.
NEAR = 20
# “That” and colons are looked for so far; not beyond a new clause.
FAR = 16
OPENING, ANEW = THAT | COLON, VERBAL | PRON | QUOTE
PARTICLES = frozenset(["out", "up"])


def after_cue(reading: Reading, verb: int, end: int) -> int | None:
    """Where what is said begins: behind “that”, a time, a place, the person told; None when nothing follows."""
    kinds = reading.kinds
    place = verb + 1
    if kinds[verb] & NAMING:
        return place if place < end and not kinds[place] & MARK else quote_near(reading, place, end)
    for ahead, kind in enumerate(kinds[place : min(end, place + FAR)], place):
        if kind & OPENING:
            return ahead + (kind & THAT == 0)
        if kind & ANEW and not kind & NOUN:
            break
    if place < end and kinds[verb] & TELLING and not kinds[place] & (QUOTE | MARK):
        place = behind_listener(reading, place, end)
    place = behind_adjuncts(reading, place, end)
    if place >= end or kinds[place] & (STOP | DASH):
        return None
    if kinds[place] & (COMMA | PREP) and not is_infinitive(reading, place, end):
        return quote_near(reading, place, end)
    return place


def behind_listener(reading: Reading, place: int, end: int) -> int:
    """Past whom it was told: her, reporters, the council."""
    if reading.kinds[place] & OBJ or reading.lowers[place] in ("her", "it", "you"):
        return place + 1
    told = phrase_behind(reading, place, end)
    return told[1] + 1 if told else place


def behind_adjuncts(reading: Reading, place: int, end: int) -> int:
    """Past “on Tuesday”, “in a statement”, “of the plan”, but not past words in marks."""
    kinds = reading.kinds
    for _ in range(5):
        if place >= end:
            break
        if is_adjunct(reading, place, end):
            place += 1
        elif kinds[place] & PREP and not is_infinitive(reading, place, end):
            told = phrase_behind(reading, place + 1, end)
            if told is None or any(kinds[inside] & QUOTE for inside in range(place, min(end, told[1] + 2))):
                break
            place = told[1] + 1
        else:
            break
    return place


def is_infinitive(reading: Reading, place: int, end: int) -> bool:
    """Whether “to” stands before a verb: promised to sail, not: said to the crew."""
    if reading.lowers[place] != "to" or place + 1 >= end or reading.names[place + 1]:
        return False
    kind = reading.kinds[place + 1]
    return bool(kind & BASE) or (kind == 0 and reading.lowers[place + 1][-1] != "s")


def is_adjunct(reading: Reading, place: int, end: int) -> bool:
    """Whether a word alone says when or how something was said: said Tuesday, said bluntly, pointed out."""
    kind = reading.kinds[place]
    if reading.lowers[place] in PARTICLES:
        return True
    if kind & TIME:
        return place + 1 >= end or not reading.kinds[place + 1] & AUX
    return not kind & DET and is_adverb(reading, place)


def quote_near(reading: Reading, place: int, end: int) -> int | None:
    """The next words in marks, if no other verb comes first."""
    for ahead in range(place, min(end, place + NEAR)):
        kind = reading.kinds[ahead]
        if kind & QUOTE:
            return ahead
        if kind & SAY and not kind & NOUN:
            return None
    return None
