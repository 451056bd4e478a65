"""Words in marks that are perhaps no speech: titles of works, headlines, terms, irony."""

from newsroom.text.quotes.grammar import BREAK, DET, NAMED
from newsroom.text.quotes.openings import sentence_subject
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_adverb, is_possessive
from newsroom.text.quotes.subjects import BE
from newsroom.text.quotes.titles import is_headline

# More words than this in marks are a statement, whatever stands around them; no more than that name a kind of thing.
FEW = 6
TERM = 4
# A form of “be” says something of words in marks from here (words).
NEAR = 5


def is_doubtful(reading: Reading, sentence: Phrase, quote: int, *, alone: bool) -> bool:
    """Whether words in marks that nobody is said to say are perhaps no speech.

    `alone`: they are all there is in their sentence, or its beginning.
    """
    low, end = sentence
    if is_term(reading, low, quote, end):
        return True
    if alone or len(reading.words[quote].split()) > FEW:
        return False
    if is_headline(reading, quote) or is_said_of(reading, low, quote):
        return True
    about = sentence_subject(reading, low, quote)
    if about is None or about[1] == quote - 1:
        return True
    return not (reading.names[about[0]] or reading.kinds[about[0]] & NAMED)


def is_term(reading: Reading, low: int, quote: int, end: int) -> bool:
    """Whether words in marks only name what kind of thing follows: the “winter” timetable."""
    behind = quote + 1
    if behind >= end or reading.words[quote][-2:-1] in ",.?!" or len(reading.words[quote].split()) > TERM:
        return False
    if quote > low and not (reading.kinds[quote - 1] & DET or is_possessive(reading, quote - 1)):
        return False
    if reading.kinds[behind] or reading.names[behind] or is_adverb(reading, behind):
        return False
    return reading.words[behind][0].isalpha()


def is_said_of(reading: Reading, low: int, quote: int) -> bool:
    """Whether a form of “be” stands close before words in marks: the plan is a “joke”."""
    for place in range(quote - 1, max(low, quote - NEAR) - 1, -1):
        if reading.lowers[place] in BE:
            return True
        if reading.kinds[place] & BREAK:
            return False
    return False
