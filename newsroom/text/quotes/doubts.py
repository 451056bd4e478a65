"""Words in marks that are perhaps no speech: titles of works, headlines, terms, irony."""

from newsroom.text.listed import listed
from newsroom.text.quotes.clauses import sentence_subject
from newsroom.text.quotes.grammar import DET, LINK, MARK, PRON, QUOTE
from newsroom.text.quotes.phrases import Phrase, is_adverb, is_possessive
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.subjects import BE

# Words that a title follows.
WORKS = listed(
    """film films movie movies documentary series show shows sitcom drama comedy thriller musical play opera novel book
    books memoir biography poem essay story album single song songs track hit anthem ballad podcast program programme
    broadcast magazine newspaper game painting sculpture exhibition column blog episode trilogy classic bestseller
    titled entitled called starring edits stars hosts co-hosts directed authored"""
)
# Prepositions that a title of more than one word follows.
ON_AIR = frozenset(["on", "to", "for", "with"])
# A title of three words or more begins with one of these, wherever it stands.
ARTICLES = ("The ", "A ", "An ")
# Words of this length or less may stand in lower case in a title.
SMALL = 3
# A title is not longer (words).
LONGEST = 14
# More words than this in marks are a statement, whatever stands around them; no more than that name a kind of thing.
FEW = 6
TERM = 4
# A form of “be” says something of words in marks from here (words).
NEAR = 5


def is_title(reading: Reading, quote: int, low: int) -> bool:
    """Whether words in marks are written and placed like the title of a work: on CNN’s “Morning Call”."""
    before = quote - 1
    if before < low:
        return False
    lower = reading.lowers[before]
    if lower in ON_AIR:
        least = 2
    elif lower in WORKS or is_possessive(reading, before):
        least = 1
    elif reading.words[quote].startswith(ARTICLES, 1):
        least = 3
    else:
        return False
    words = inside(reading, quote)
    if not least <= len(words) <= LONGEST or not words[0][:1].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in words if len(word) > SMALL)


def inside(reading: Reading, quote: int) -> list[str]:
    """The words in marks, without marks at their ends."""
    return [word.strip(".,!?:;'’‘“”\"«»„") for word in reading.words[quote].split()]


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
    return not (reading.names[about[0]] or reading.kinds[about[0]] & (PRON | DET))


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


def is_headline(reading: Reading, quote: int) -> bool:
    """Whether words in marks are written like a title or headline."""
    long = [word for word in inside(reading, quote) if len(word) > SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= len(long) - 1


def is_said_of(reading: Reading, low: int, quote: int) -> bool:
    """Whether a form of “be” stands close before words in marks: the plan is a “joke”."""
    for place in range(quote - 1, max(low, quote - NEAR) - 1, -1):
        if reading.lowers[place] in BE:
            return True
        if reading.kinds[place] & (MARK | QUOTE | LINK):
            return False
    return False
