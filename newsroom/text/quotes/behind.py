"""Who speaks, by the clause behind the words: “…,” said X; …, said X."""

from newsroom.text.listed import listed
from newsroom.text.made import made
from newsroom.text.quotes.frame import Frame, calls
from newsroom.text.quotes.grammar import (
    COLON,
    COMMA,
    DASH,
    DET,
    ING,
    MARK,
    NAMED,
    PAUSE,
    POSS,
    PREP,
    PRON,
    QUOTE,
    TIME,
    WHO,
)
from newsroom.text.quotes.onward import phrase_behind
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb

# A statement without marks before “said X” has this many words at least.
STATEMENT = 6
# Verbs that end a statement without marks: …, said X.
STATING = listed(
    "said says say added adds wrote writes reported reports argued argues noted notes warned warns claimed claims"
)
# What is said ends with these.
SAID = QUOTE | PAUSE
# Words in marks that go on behind their attribution come no later (words).
NEAR = 24
# Between the verb and a speaker: shouted by X; in Russian and Ukrainian bodies report “in” themselves.
BY = frozenset(["by", "в", "во", "у"])


def inverted(reading: Reading, low: int, start: int, left: int, verb: int, end: int) -> Frame | None:
    """“…,” said X; “…,” later wrote X; …, said X. What is said begins at `start` or later; `left` is before the verb
    and its adverbs."""
    kinds = reading.kinds
    if left < low or not kinds[left] & SAID or kinds[verb] & ING:
        return None
    quoted = is_quoted(reading, low, left)
    speaker = (
        (verb, verb) if kinds[verb] & PRON else phrase_behind(reading, behind_verb(reading, verb, end, quoted), end)
    )
    if speaker is None or not (quoted or is_stated(reading, verb, speaker, end)):
        return None
    if verb - start < STATEMENT and not any(kinds[place] & QUOTE for place in range(max(low, left - 2), left + 1)):
        return None
    forth = going_on(reading, speaker[1] + 1, end)
    return made(Frame, (speaker, (verb, verb), "said X", (start, left + 1), forth, kinds[verb], True))


def behind_verb(reading: Reading, verb: int, end: int, quoted: bool) -> int:
    """Where the speaker may begin: behind adverbs, and behind “by” if it follows words in marks."""
    who = verb + 1
    while who < end and not reading.kinds[who] & DET and is_adverb(reading, who):
        who += 1
    return who + 1 if quoted and who < end and reading.lowers[who] in BY else who


def is_quoted(reading: Reading, low: int, left: int) -> bool:
    """Whether words in marks that call for a speaker end at `left`, a comma and a dash behind them apart."""
    if reading.kinds[left] & QUOTE:
        return calls(reading, left)
    while left > low and reading.kinds[left] & PAUSE:
        left -= 1
    return bool(reading.kinds[left] & QUOTE)


def is_stated(reading: Reading, verb: int, speaker: Phrase, end: int) -> bool:
    """Whether “…, said X” without marks really ends with its speaker: no further verb, no “X told Y”."""
    kinds = reading.kinds
    if reading.lowers[verb] not in STATING or kinds[speaker[0]] & POSS:
        return False
    if not (reading.names[speaker[0]] or kinds[speaker[0]] & NAMED):
        return False
    behind = speaker[1] + 1
    return behind >= end or bool(kinds[behind] & (MARK | PREP | WHO | TIME))


def going_on(reading: Reading, place: int, end: int) -> Phrase:
    """What goes on being said behind “…,” said X and “…,” X said: from the next words in marks behind a comma."""
    for quote in range(place, min(end, place + NEAR)):
        if reading.kinds[quote] & QUOTE:
            return (quote, end) if reading.kinds[quote - 1] & (COMMA | DASH | COLON) else (quote, quote)
    return end, end
