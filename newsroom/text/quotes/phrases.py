"""Noun phrases, found without a grammar: read back from their end until a word or mark that none goes beyond.

A phrase is the places of its first and last word in a Reading.
"""

from newsroom.text.quotes.grammar import (
    AUX,
    BREAK,
    DET,
    FIN,
    LINK,
    MARK,
    NOUN,
    OBJ,
    OPENER,
    PREP,
    PRON,
    QUOTE,
    SAY,
    TIME,
)
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_possessive, is_time

Phrase = tuple[int, int]

# No noun phrase is longer than this (words).
LONGEST = 16
# Prepositions that a phrase may go on over, read backwards.
INSIDE = frozenset(["of", "for", "from", "at", "with", "in", "on"])


def phrase_before(reading: Reading, low: int, last: int) -> Phrase | None:
    """The noun phrase that ends at `last`, read back no further than `low`."""
    if last < low or reading.kinds[last] & BREAK:
        return None
    first = last
    if reading.kinds[last] & OBJ:
        if (
            last - 2 < low
            or not reading.kinds[last - 1] & PREP
            or reading.kinds[last - 2] & (MARK | SAY | LINK | QUOTE)
        ):
            return None
        first = last - 2
    while first > low and last - first < LONGEST and goes_back(reading, low, first):
        first -= 1
    return lead(reading, first, last)


def goes_back(reading: Reading, low: int, first: int) -> bool:
    """Whether the phrase whose first word so far is `first` takes in the word before it too."""
    place = first - 1
    kinds, names, lower = reading.kinds, reading.names, reading.lowers[place]
    kind = kinds[place]
    if not kind and not kinds[first] & DET:
        return lower[-2:] != "ed" or names[place] or is_participle(reading, low, place)
    inside = place > low
    if kind & MARK:
        return lower == "." and inside and (names[place - 1] or not names[first])
    if kind & QUOTE:
        return inside and not kinds[first] & DET and is_nickname(reading, place)
    if lower == "and":
        return inside and names[place - 1] and (names[first] or reading.lowers[first] == "others")
    if kind & PREP and lower == "by":
        return inside and reading.lowers[place - 1].endswith("ed")
    if kinds[first] & DET:
        if kind & PREP:
            stops = MARK | PREP | TIME | SAY | QUOTE | PRON | AUX | FIN
            return (lower in INSIDE or lower == "to") and inside and not kinds[place - 1] & stops
        return lower in ("both", "all", "many", "some", "most")
    if kind & (PRON | LINK | OBJ):
        return False
    if lower in ("first", "only"):
        return True
    if kind & PREP:
        return lower in INSIDE and inside and not kinds[place - 1] & (MARK | TIME | SAY | QUOTE)
    if kind & (SAY | FIN) and not names[place]:
        return kind & NOUN > 0 and kind & FIN == 0 and has_article(reading, low, place)
    return names[place] or not is_adverb(reading, place)


def is_participle(reading: Reading, low: int, place: int) -> bool:
    """Whether a word in -ed belongs to a phrase: the retired captain, a letter obtained by the paper."""
    return place > low and bool(reading.kinds[place - 1] & DET or reading.lowers[place + 1] == "by")


def is_nickname(reading: Reading, place: int) -> bool:
    """Whether words in marks stand inside a name: the “Avatar” star, Dan “Red” Falk."""
    if reading.words[place][-2:-1] in ",.?!":
        return False
    return bool(reading.kinds[place - 1] & DET) or reading.names[place - 1]


def has_article(reading: Reading, low: int, place: int) -> bool:
    """Whether an article, possessive or preposition stands close before a word that may be a noun or a verb."""
    for before in range(place - 1, max(low, place - 4) - 1, -1):
        if reading.kinds[before] & (DET | FIN) or is_possessive(reading, before):
            return True
        if reading.kinds[before] & PREP:
            return not any(reading.names[before:place])
        if reading.kinds[before] & (MARK | PRON | LINK | QUOTE):
            return False
    return False


def lead(reading: Reading, first: int, last: int) -> Phrase | None:
    """The phrase without an adverb, “on Monday” or “in a statement” in front of it."""
    kinds = reading.kinds
    while first <= last and leads(reading, first):
        first += 1
    if first > last:
        return None
    if kinds[first] & PREP:
        first = behind_preposition(reading, first, last)
    if last > first and is_time(reading, last):
        last -= 1
    return first, last


def leads(reading: Reading, place: int) -> bool:
    """Whether a word at the head of a phrase is no part of it: but, on Monday …, finally."""
    kind = reading.kinds[place]
    if kind & (LINK | MARK | TIME) or (kind & OPENER and not kind & (DET | PREP)):
        return True
    return is_adverb(reading, place)


def behind_preposition(reading: Reading, first: int, last: int) -> int:
    """Where the phrase proper begins in “in Holm the captain”, “after the vote Mara Lind”."""
    kinds, names = reading.kinds, reading.names
    start = last
    while start > first + 1 and not kinds[start - 1] & MARK and names[start] and names[start - 1]:
        start -= 1
    if not names[start]:
        while start > first + 1 and not kinds[start] & DET:
            start -= 1
    return start
