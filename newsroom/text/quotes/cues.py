"""Which words are speech verbs where they stand, and no nouns or adjectives that look like one."""

from newsroom.text.listed import listed
from newsroom.text.quotes.grammar import (
    ADVERB,
    AUX,
    BASE,
    BETWEEN,
    COLON,
    COMMA,
    DET,
    DETERMINERS,
    ING,
    MARK,
    NOUN,
    PREP,
    PRON,
    QUOTE,
    SAY,
    WHO,
)
from newsroom.text.quotes.phrases import has_article
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_possessive

BEFORE_NOUNS = frozenset(["of", "secretary", "news", "new"])
BEFORE_BASE = frozenset(["to", "people", "police", "not", "never", "and"])
COUNTED = DETERMINERS - listed("the a an this these those his her its their my your our no every each another")
# Plural or singular, these do not end in the s of a plural.
NO_PLURAL = ("'s", "ss", "us", "is")


def is_cue(reading: Reading, low: int, place: int, end: int) -> bool:
    """Whether the speech word at `place` is a verb in the unit of words from `low` to `end`."""
    kind, lowers = reading.kinds[place], reading.lowers
    if kind & ING and place + 1 < end and lowers[place + 1] == "by":
        return False
    if lowers[place] in ("put", "puts") and (place + 1 >= end or lowers[place + 1] != "it"):
        return False
    if place == low:
        return bool(kind & ING) or not reading.names[place]
    before, lower = reading.kinds[place - 1], lowers[place - 1]
    if reading.names[place] and not before & (MARK | QUOTE):
        return False
    if lowers[place] == "so":
        return bool(before & (QUOTE | COMMA))
    if lower == "so" or is_possessive(reading, place - 1) or (before & DET and lower not in COUNTED):
        return False
    if lowers[place].endswith("ed") and is_adjective(reading, place, end):
        return False
    if kind & NOUN and is_noun(reading, low, place, end):
        return False
    if lower == "to" and place - 2 >= low and reading.kinds[place - 2] & SAY and reading.lowers[place - 2] != "went":
        return False
    return not kind & BASE or follows_subject(reading, low, place)


def is_noun(reading: Reading, low: int, place: int, end: int) -> bool:
    """Whether a word that may be a noun as well is one here: her claim, the secretary of state, 28 points."""
    before, lower = reading.kinds[place - 1], reading.lowers[place - 1]
    counted = before & DET and lower in COUNTED and is_reported(reading, place, end)
    if lower in BEFORE_NOUNS or lower[0].isdigit() or before & PREP or (before & DET and not counted):
        return True
    if before & WHO and lower != "who":
        return place + 1 >= end or not reading.kinds[place + 1] & (QUOTE | COMMA | WHO)
    if before & (PRON | AUX | COMMA | QUOTE):
        return False
    if before == 0 and not reading.names[place - 1] and lower[-1] != "s" and reading.lowers[place][-1] == "s":
        return not has_article(reading, low, place) or not is_reported(reading, place, end)
    return has_article(reading, low, place) and not is_reported(reading, place, end)


def is_adjective(reading: Reading, place: int, end: int) -> bool:
    """Whether a participle only tells of what kind a plural behind it is: 758 pledged delegates."""
    if place + 1 >= end or reading.kinds[place + 1] or reading.names[place + 1]:
        return False
    if reading.lowers[place + 1][-1] != "s" or reading.lowers[place - 1][-1] == "s" or reading.names[place - 1]:
        return False
    return reading.kinds[place - 1] & (PRON | WHO | ADVERB | AUX) == 0


def is_reported(reading: Reading, place: int, end: int) -> bool:
    """Whether what is said follows: that …, “…, a comma, a new subject."""
    if place + 1 >= end:
        return True
    behind = reading.kinds[place + 1]
    return bool(behind & (QUOTE | COMMA | COLON | PRON | DET | WHO)) or reading.names[place + 1]


def follows_subject(reading: Reading, low: int, place: int) -> bool:
    """Whether an uninflected verb has a plural, a pronoun or an auxiliary before it."""
    before = place - 1
    while (before > low and reading.kinds[before] & BETWEEN == ADVERB) or reading.lowers[before].endswith("ly"):
        before -= 1
    lower = reading.lowers[before]
    if reading.kinds[before] & (PRON | AUX) or lower in BEFORE_BASE or lower in COUNTED:
        return True
    return lower[-1] == "s" and lower[-2:] not in NO_PLURAL
