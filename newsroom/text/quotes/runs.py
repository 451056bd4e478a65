"""Words with capitals that stand together, and which of them name no person."""

from itertools import compress, count

from newsroom.text.listed import listed
from newsroom.text.names import BODIES, PARTICLES, TITLES
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading

# A longer run of capitals is a headline (words and full stops).
HEADLINE = 6
# A name behind one of these is somebody’s, if it stands alone.
KIN = listed(
    """daughter son wife husband mother father brother sister aunt uncle niece nephew cousin grandmother grandfather
    girlfriend boyfriend partner friend neighbour neighbor colleague"""
)
# Behind these stands no person: the Holm Courier, in New Sund.
NOBODY = frozenset(["the", "in", "at", "near"])


def runs(reading: Reading) -> list[Phrase]:
    """Words with capitals that stand together, over the full stop of an initial or title and over “de” and “von”."""
    found: list[Phrase] = []
    first = last = -3
    for place in compress(count(), reading.names):
        if place != last + 1 and (place != last + 2 or not joins(reading, last, reading.lowers[last + 1])):
            found.append((first, last))
            first = place
        last = place
    found.append((first, last))
    return found[1:]


def joins(reading: Reading, last: int, between: str) -> bool:
    if between == ".":
        word = reading.words[last]
        return len(word) == 1 or "." in word or word.lower() in TITLES
    return between in PARTICLES


def is_body(reading: Reading, run: int, first: int, last: int) -> bool:
    """Whether a name is none of a person: a body, a place, initials, or behind “the”."""
    words = reading.words[first : last + 1]
    if not BODIES.isdisjoint(words) or words[0][-1] == "'":
        return True
    for word in words[1:]:
        if (len(word) > 1 and word.isupper()) or word[-1] == "'":
            return True
    if reading.lowers[run] == "the":
        return first == run + 1
    return run == first and run > 0 and reading.lowers[run - 1] in NOBODY
