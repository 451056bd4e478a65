"""What a sentence is about, past what it opens with."""

from newsroom.text.quotes.grammar import ADVERB, BOUND, COMMA, DASH, DET, MARK, OPENER, PREP, PRON, TIME
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_possessive, is_time

# An opening phrase or a dateline ends no later (words).
REACH = 60
DATELINE = 14


def sentence_subject(reading: Reading, low: int, end: int) -> Phrase | None:
    """What a sentence is probably about: its first name, pronoun or “the …”, past an opening phrase and its comma."""
    first = past_opening(reading, low, end)
    for place in range(first, min(end, first + 12)):
        kind = reading.kinds[place]
        if kind & PRON and reading.lowers[place] not in ("it", "who", "you"):
            return place, place
        if kind & BOUND or (kind & OPENER and not kind & DET) or is_adverb(reading, place):
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
