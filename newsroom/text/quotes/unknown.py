"""Who speaks, by a verb that no list holds, where only one of speech makes sense: “…!” beamed X."""

from newsroom.text.quotes.frame import Frame, calls
from newsroom.text.quotes.grammar import AUX, COMMA, NAMED, PAUSE, SAY
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb

# Verbs in the past without -ed.
IRREGULAR = frozenset(["went", "shot", "began", "burst", "broke"])


def unknown_verb(reading: Reading, quote: int, end: int) -> Frame | None:
    """“…!” beamed X; “…,” X retorted: a verb that no list holds, where only one of speech makes sense."""
    first = quote + 1
    if first < end and reading.kinds[first] & PAUSE:
        first += 1
    elif not calls(reading, quote):
        return None
    if first + 1 >= end:
        return None
    said, nothing = (quote, quote + 1), (end, end)
    if is_past(reading, first):
        speaker = phrase_behind(reading, first + 1, end)
        if speaker is None or not (reading.names[speaker[0]] or reading.kinds[speaker[0]] & NAMED):
            return None
        return Frame(speaker, (first, first), "…ed X", said, nothing, SAY)
    speaker = phrase_behind(reading, first, end)
    if speaker is None:
        return None
    verb = speaker[1] + 1
    if speaker[1] > speaker[0] and is_past(reading, speaker[1]):
        speaker, verb = (speaker[0], speaker[1] - 1), speaker[1]
    elif verb < end and reading.kinds[verb] & COMMA:
        verb = next((place + 1 for place in range(verb + 1, min(end, verb + 16)) if reading.kinds[place] & COMMA), end)
    while verb < end and is_adverb(reading, verb) and not reading.kinds[verb] & AUX:
        verb += 1
    return Frame(speaker, (verb, verb), "X …ed", said, nothing, SAY) if verb < end and is_past(reading, verb) else None


def is_past(reading: Reading, place: int) -> bool:
    """Whether the word looks like a verb in the past: beamed, went."""
    lower = reading.lowers[place]
    if reading.names[place]:
        return False
    return (lower.endswith("ed") and len(lower) > 4) or lower in IRREGULAR
