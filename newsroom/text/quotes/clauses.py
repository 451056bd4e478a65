"""The subject that a participle, an infinitive or a second verb shares with the clause it stands in."""

from newsroom.text.quotes.grammar import AUX, BOUND, COMMA, DET, FIN, ING, LINK, NOUN, PRON, QUOTE, SAY, VERBAL, WHO
from newsroom.text.quotes.openings import sentence_subject
from newsroom.text.quotes.phrases import Phrase, phrase_before
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_possessive
from newsroom.text.quotes.subjects import subject

# A verb’s subject is looked for no further away than this (words).
REACH = 60
JOINTS = frozenset(["and", "but", "so", "or", "yet"])


def clause_subject(reading: Reading, low: int, verb: int) -> Phrase | None:
    """The subject of the nearest finite verb before `verb` whose clause it may belong to."""
    for place in range(verb - 1, max(low, verb - REACH) - 1, -1):
        if reading.kinds[place] & QUOTE:
            continue
        if reading.lowers[place].endswith("ing"):
            alone = beside(reading, low, place)
            if alone:
                return alone
        elif is_finite(reading, low, place):
            found = subject(reading, low, place)
            if found and is_own(reading, low, found):
                return found
    return sentence_subject(reading, low, verb)


def is_own(reading: Reading, low: int, found: Phrase) -> bool:
    """Whether a phrase is the subject of a main clause: not who, after they, nor what another verb acts on."""
    first, last = found
    kind = reading.kinds[first]
    if kind & WHO:
        return False
    if first == last and not (reading.names[first] or kind & PRON or reading.lowers[first].endswith("s")):
        return False
    if first == low:
        return True
    if reading.kinds[first - 1] & LINK and reading.lowers[first - 1] not in JOINTS:
        return first - 1 > low and bool(reading.kinds[first - 2] & COMMA)
    return not is_finite(reading, low, first - 1)


def is_finite(reading: Reading, low: int, place: int) -> bool:
    """Whether the word is probably a finite verb."""
    kind, lower = reading.kinds[place], reading.lowers[place]
    if reading.names[place] or kind & (ING | DET):
        return False
    if not kind & VERBAL and (lower[-2:] != "ed" or len(lower) < 5):
        return False
    if place > low and (reading.kinds[place - 1] & DET or is_possessive(reading, place - 1)):
        return False
    if kind & (FIN | AUX):
        return True
    if kind & SAY:
        return not kind & NOUN
    return place + 1 >= len(reading.lowers) or reading.lowers[place + 1] != "by"


def beside(reading: Reading, low: int, participle: int) -> Phrase | None:
    """Whose participle it is in “with Lind saying”."""
    last = participle - 1
    while last >= low and is_adverb(reading, last):
        last -= 1
    if last < low or reading.kinds[last] & BOUND:
        return None
    found = phrase_before(reading, low, last)
    return found if found and found[0] > low and reading.lowers[found[0] - 1] == "with" else None
