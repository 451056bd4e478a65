"""Noun phrases read onward from their beginning."""

from newsroom.text.quotes.grammar import (
    AUX,
    BASE,
    CLOSE,
    DET,
    FIN,
    LINK,
    MARK,
    NOUN,
    OBJ,
    PREP,
    PRON,
    QUOTE,
    SAY,
    TIME,
    WHO,
)
from newsroom.text.quotes.phrases import LONGEST, Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_possessive, is_time

# How nationalities and parties end that stand between two names: the Republican senator Ana Lind.
PEOPLE = ("ian", "ean", "can", "ese", "ish", "nch", "utch", "wiss", "eek", "tani", "raqi", "aeli", "cratic")


def phrase_behind(reading: Reading, first: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `first`, read no further than before `end`."""
    if first >= end:
        return None
    kind = reading.kinds[first]
    if kind & PRON and not kind & WHO:
        return first, first
    if kind & (MARK | LINK | PREP | OBJ | QUOTE | AUX) or (kind & TIME and not kind & DET):
        return None
    if not kind & DET and is_adverb(reading, first):
        return None
    last = first
    while last + 1 < end and last - first < LONGEST and goes_on(reading, first, last, end):
        last += 1
    while last > first and reading.kinds[last] & (PREP | DET | MARK):
        last -= 1
    return first, last


def goes_on(reading: Reading, first: int, last: int, end: int) -> bool:
    """Whether the phrase whose last word so far is `last` takes in the word behind it too."""
    kinds, names = reading.kinds, reading.names
    place = last + 1
    kind, lower, after = kinds[place], reading.lowers[place], place + 1 < end
    if kind & MARK:
        return lower == "." and after and names[last] and not kinds[last] & MARK
    if kind & QUOTE:
        return bool(kinds[last] & DET) and after and not kinds[place + 1] & MARK
    if lower == "and":
        return after and (
            (names[last] and names[place + 1]) or (are_plural(reading, last, place + 1) and first == last)
        )
    if lower == "of":
        return True
    if lower in ("for", "from", "at", "with"):
        return after and (not names[last] or names[place + 1])
    if kind & (LINK | PREP | PRON | OBJ | AUX | FIN) or (is_time(reading, place) and not kinds[last] & DET):
        return False
    if (
        (kind & DET and names[last])
        or is_adverb(reading, place)
        or (kind & SAY and not kind & (NOUN | BASE) and not names[place])
    ):
        return False
    if names[last] and not names[place] and not kinds[last] & DET:
        return is_possessive(reading, last) or is_modifier(reading, first, place) or goes_on_to_name(reading, last, end)
    return True


def are_plural(reading: Reading, one: int, other: int) -> bool:
    """Whether two words are plain plurals: neighbours and friends."""
    return all(not reading.kinds[place] and reading.lowers[place][-1] == "s" for place in (one, other))


def is_modifier(reading: Reading, first: int, place: int) -> bool:
    """Whether a name behind an article only tells of what kind the next word is: a White House official."""
    if not reading.kinds[first] & DET or reading.kinds[place]:
        return False
    return reading.lowers[place][-2:] not in ("ed", "ng") and reading.words[place][0].isalpha()


def goes_on_to_name(reading: Reading, last: int, end: int) -> bool:
    """Whether small words behind a name lead on to another name: Trump campaign manager Kellyanne Conway."""
    place = last + 1
    if reading.words[last].endswith(PEOPLE):
        return True
    if reading.lowers[place].endswith("ed") or reading.kinds[place] & CLOSE or place + 1 >= end:
        return False
    if reading.kinds[place + 1] & (MARK | LINK | PREP):
        return False
    return any(reading.names[place + 1 : min(end, place + 3)])
