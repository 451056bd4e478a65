"""Who speaks, by the clause before the words: X said that …, X said: “…; and X said behind them or amid them."""

from collections.abc import Sequence

from newsroom.text.made import made
from newsroom.text.quotes.behind import going_on
from newsroom.text.quotes.contents import after_cue
from newsroom.text.quotes.frame import SILENT, Frame, calls
from newsroom.text.quotes.grammar import COLON, COMMA, DASH, FIN, LINK, MARK, PRON, QUOTE, SAY, STRICT, WHO
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.owners import whose
from newsroom.text.quotes.reading import Reading

JOINTS = frozenset(["and", "but", "then"])
# A statement before “…, X said” has more words than this.
STATEMENT = 3
# Words looked at for “that”, a colon, words in marks.
NEAR = 20
# Between the words in marks and “a friend, Jon Falk, said” at most (words).
APPOSITION = 8
# As X said (on Monday), … (words)
NEAR = 12
PARTICLES = frozenset(["out", "up"])


def forward(
    reading: Reading, low: int, start: int, left: int, verb: int, end: int, found: Sequence[Frame]
) -> Frame | None:
    """X said that …; …, X said; …, saying …: by whether anything that is said follows the verb.

    What stands before the clause and is said begins at `start` or later; `left` is before the verb and its adverbs.
    """
    speaker, explicit = whose(reading, low, left, verb, found)
    if speaker is None:
        return None
    content = after_cue(reading, verb, end)
    kind = reading.kinds[verb]
    left = speaker[0] - 1
    if content is None and left == low and reading.lowers[left] == "as":
        content = next(
            (place + 1 for place in range(verb, min(end, verb + NEAR)) if reading.kinds[place] & COMMA), None
        )
    if left > start and (
        reading.lowers[left] == "as" or (reading.lowers[left] == "and" and reading.kinds[left - 1] & COMMA)
    ):
        left -= 1
    if explicit and left >= start and reading.kinds[left] & (QUOTE | COMMA | DASH):
        if follows_quote(reading, start, left):
            forth = going_on(reading, verb + 1, end)
            return made(Frame, (speaker, (verb, verb), "X said", (start, left + 1), forth, kind, True))
        amid = amid_statement(reading, verb, end) if content is None and kind & STRICT else end
        who = reading.kinds[speaker[0]] & WHO
        if content is None and not who and (left - start > STATEMENT or amid < end):
            return made(Frame, (speaker, (verb, verb), "…, X said", (start, left + 1), (amid, end), kind, True))
    if content is None:
        return None
    return made(Frame, (speaker, (verb, verb), "X said “", (verb, verb), (content, end), kind, explicit))


def amid_statement(reading: Reading, verb: int, end: int) -> int:
    """Where a statement goes on that “X said” interrupts between two commas; `end` if it does not."""
    place = verb + 1
    if place >= end or not reading.kinds[place] & COMMA:
        return end
    behind = place + 1
    if behind >= end or reading.kinds[behind] & (WHO | QUOTE | SAY | MARK) or reading.lowers[behind][-3:] == "ing":
        return end
    return behind


def follows_quote(reading: Reading, low: int, left: int) -> bool:
    """Whether words in marks stand at `left`, over a comma and an apposition at most: “…,” a friend, Jon Falk, said."""
    kinds = reading.kinds
    if kinds[left] & QUOTE or (left > low and kinds[left - 1] & QUOTE):
        return True
    for place in range(left - 1, max(low, left - APPOSITION) - 1, -1):
        if kinds[place] & QUOTE:
            return place + 1 < left and calls(reading, place)
        if kinds[place] & (SAY | FIN | LINK | PRON) or kinds[place] & (MARK | COMMA) == MARK:
            return False
    return False


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
