"""Who speaks, by the clause before the words: X said that …, X said: “…; and X said behind them or amid them."""

from collections.abc import Sequence

from newsroom.text.quotes.behind import going_on
from newsroom.text.quotes.clauses import clause_subject
from newsroom.text.quotes.frame import SILENT, Frame, calls
from newsroom.text.quotes.grammar import (
    AUX,
    COLON,
    COMMA,
    DASH,
    DET,
    FIN,
    ING,
    LINK,
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
    WHO,
)
from newsroom.text.quotes.phrases import Phrase, is_adverb, phrase_before, phrase_behind
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.subjects import subject

JOINTS = frozenset(["and", "but", "then"])
# A statement before “…, X said” has more words than this.
STATEMENT = 3
# Words looked at for “that”, a colon, words in marks.
NEAR = 20
# Between the words in marks and “a friend, Jon Falk, said” at most (words).
APPOSITION = 8
PARTICLES = frozenset(["out", "up"])


def forward(reading: Reading, low: int, start: int, verb: int, end: int, found: Sequence[Frame]) -> Frame | None:
    """X said that …; …, X said; …, saying …: by whether anything that is said follows the verb.

    What stands before the clause and is said begins at `start` or later.
    """
    speaker, explicit = whose(reading, low, verb, found)
    if speaker is None:
        return None
    content = after_cue(reading, verb, end)
    kind = reading.kinds[verb]
    left = speaker[0] - 1
    if left >= start and reading.lowers[left] == "as":
        left -= 1
    if explicit and left >= start and reading.kinds[left] & (QUOTE | COMMA | DASH):
        if follows_quote(reading, start, left):
            return Frame(speaker, (verb, verb), "X said", (start, left + 1), going_on(reading, verb + 1, end), kind)
        if content is None and left - start > STATEMENT:
            return Frame(speaker, (verb, verb), "…, X said", (start, left + 1), (end, end), kind)
    if content is None:
        return None
    return Frame(speaker, (verb, verb), "X said “", (verb, verb), (content, end), kind, explicit)


def follows_quote(reading: Reading, low: int, left: int) -> bool:
    """Whether words in marks stand at `left`, over a comma and an apposition at most: “…,” a friend, Jon Falk, said."""
    kinds = reading.kinds
    if kinds[left] & QUOTE or (left > low and kinds[left - 1] & QUOTE):
        return True
    for place in range(left - 1, max(low, left - APPOSITION) - 1, -1):
        if kinds[place] & QUOTE:
            return place + 1 < left and calls(reading, place)
        if kinds[place] & (MARK | SAY | FIN | LINK | PRON):
            return False
    return False


def whose(reading: Reading, low: int, verb: int, found: Sequence[Frame]) -> tuple[Phrase | None, bool]:
    """Whose verb it is, and whether that stands right before it."""
    if reading.kinds[verb] & ING and not (verb > low and reading.kinds[verb - 1] & AUX):
        return participle(reading, low, verb), False
    left = verb - 1
    while left > low and is_adverb(reading, left):
        left -= 1
    previous = reading.lowers[left] if left >= low else ""
    if previous in JOINTS and found and is_main(reading, found[-1]):
        return found[-1].speaker, False
    if previous not in JOINTS and previous not in ("to", "or"):
        speaker = subject(reading, low, verb)
        if speaker:
            return speaker, True
    return clause_subject(reading, low, verb), False


def is_main(reading: Reading, frame: Frame) -> bool:
    """Whether a verb behind “and” may go on from the frame: X said … and called …"""
    return frame.rule == "X said “" and frame.explicit and not reading.kinds[frame.speaker[0]] & WHO


def participle(reading: Reading, low: int, verb: int) -> Phrase | None:
    """Whose participle it is: with X saying; a sign reading; X …, saying."""
    left = verb - 1
    if left >= low and not reading.kinds[left] & (MARK | LINK | PREP | QUOTE) and not is_adverb(reading, left):
        beside = phrase_before(reading, low, left)
        if beside and reading.lowers[verb] == "reading":
            return beside
        if beside and beside[0] > low and reading.lowers[beside[0] - 1] == "with":
            return beside
    return clause_subject(reading, low, verb)


def after_cue(reading: Reading, verb: int, end: int) -> int | None:
    """Where what is said begins: behind “that”, a time, a place, the person told; None when nothing follows."""
    kinds = reading.kinds
    place = verb + 1
    if kinds[verb] & NAMING:
        return place if place < end and not kinds[place] & MARK else quote_near(reading, place, end)
    for ahead in range(place, min(end, place + 16)):
        kind = kinds[ahead]
        if kind & (THAT | COLON):
            return ahead + (kind & THAT == 0)
        if kind & (QUOTE | SAY) and not kind & NOUN:
            break
    if place < end and kinds[verb] & TELLING and not kinds[place] & (QUOTE | MARK):
        place = behind_listener(reading, place, end)
    place = behind_adjuncts(reading, place, end)
    if place >= end or kinds[place] & (STOP | DASH):
        return None
    return quote_near(reading, place, end) if kinds[place] & (COMMA | PREP) else place


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
        elif kinds[place] & PREP:
            told = phrase_behind(reading, place + 1, end)
            if told is None or any(kinds[inside] & QUOTE for inside in range(place, min(end, told[1] + 2))):
                break
            place = told[1] + 1
        else:
            break
    return place


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


def passive(reading: Reading, verb: int, end: int) -> Frame | None:
    """X was asked by Y: said by Y. X was asked, “…: said by nobody that is named."""
    for by in range(verb + 1, min(end, verb + 8)):
        if reading.lowers[by] == "by":
            speaker = phrase_behind(reading, by + 1, end)
            if speaker:
                kind = reading.kinds[verb]
                return Frame(speaker, (verb, verb), "said by X", (verb, verb), (speaker[1] + 1, end), kind)
    behind = verb + 1
    while behind < end and reading.kinds[behind] & (COMMA | COLON):
        behind += 1
    if behind < end and reading.kinds[behind] & QUOTE:
        return Frame((verb, verb), (verb, verb), SILENT, (verb, verb), (behind, behind + 1), SAY)
    return None
