"""The subject that a participle, an infinitive or a second verb shares with the clause it stands in."""

from newsroom.text.quotes.grammar import (
    ADVERB,
    AUX,
    COMMA,
    DASH,
    DET,
    FIN,
    ING,
    LINK,
    MARK,
    NOUN,
    OPENER,
    PREP,
    PRON,
    QUOTE,
    SAY,
    TIME,
    WHO,
)
from newsroom.text.quotes.phrases import Phrase, is_adverb, is_possessive, is_time, phrase_before, phrase_behind
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.subjects import subject

# A verb’s subject is looked for no further away than this (words).
REACH = 60
DATELINE = 14
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
    if not kind & (FIN | AUX | SAY) and (lower[-2:] != "ed" or len(lower) < 5):
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
    if last < low or reading.kinds[last] & (MARK | LINK | PREP | QUOTE):
        return None
    found = phrase_before(reading, low, last)
    return found if found and found[0] > low and reading.lowers[found[0] - 1] == "with" else None


def sentence_subject(reading: Reading, low: int, end: int) -> Phrase | None:
    """What a sentence is probably about: its first name, pronoun or “the …”, past an opening phrase and its comma."""
    first = past_opening(reading, low, end)
    for place in range(first, min(end, first + 12)):
        kind = reading.kinds[place]
        if kind & PRON and reading.lowers[place] not in ("it", "who", "you"):
            return place, place
        if kind & (MARK | QUOTE | LINK | PREP) or (kind & OPENER and not kind & DET) or is_adverb(reading, place):
            continue
        if kind & DET or (reading.names[place] and not (kind & TIME and is_time(reading, place))):
            found = phrase_behind(reading, place, end)
            if found and (is_possessive(reading, found[1]) or (found[0] == found[1] and kind & DET)):
                return None
            return found
    return None


def past_opening(reading: Reading, low: int, end: int) -> int:
    """Where the sentence proper begins: behind a dateline (“HOLM (Reuters) –”) or an opening phrase."""
    for place in range(low + 1, min(end, low + DATELINE)):
        if reading.kinds[place] & DASH:
            if all(in_dateline(reading, before) for before in range(low, place)):
                return place + 1
            break
    if low >= end or not opens(reading, low):
        return low
    return next((place + 1 for place in range(low, min(end, low + REACH)) if reading.kinds[place] & COMMA), low)


def in_dateline(reading: Reading, place: int) -> bool:
    return reading.names[place] or bool(reading.kinds[place] & (MARK | TIME)) or reading.words[place][0].isdigit()


def opens(reading: Reading, place: int) -> bool:
    """Whether a sentence that begins so has a phrase before its subject: “After the vote, …”."""
    lower = reading.lowers[place]
    if reading.kinds[place] & (OPENER | PREP | ADVERB) or lower.endswith(("ing", "ter")) or lower[0].isdigit():
        return True
    return is_adverb(reading, place)
