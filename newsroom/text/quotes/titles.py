"""Words in marks that are written or placed like the title of a work, or a headline."""

from newsroom.text.listed import listed
from newsroom.text.quotes.reading import Reading
from newsroom.text.quotes.roles import is_possessive
from newsroom.text.spans import Span

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
# What a sentence ends with, before marks and brackets that close.
ENDS = frozenset(".!?…:;,。！？")
CLOSERS = "\"”’»“')] "
# Words of this length or less may stand in lower case in a title.
SMALL = 3
# A title is not longer (words).
LONGEST = 14


def is_title(reading: Reading, quote: int, low: int) -> bool:
    """Whether words in marks are written and placed like the title of a work: on CNN’s “Morning Call”."""
    before = quote - 1
    if before < low:
        return False
    lower = reading.lowers[before]
    if is_nickname(reading, before, quote):
        return True
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


def is_nickname(reading: Reading, before: int, quote: int) -> bool:
    """Whether words in marks stand between somebody’s names: Dan “Red” Falk."""
    if quote + 1 >= len(reading.words) or not (reading.names[before] and reading.names[quote + 1]):
        return False
    return reading.words[quote][-2:-1] not in ",.?!" and len(reading.words[quote].split()) < SMALL


def inside(reading: Reading, quote: int) -> list[str]:
    """The words in marks, without marks at their ends."""
    return [word.strip(".,!?:;'’‘“”\"«»„") for word in reading.words[quote].split()]


def is_headline(reading: Reading, quote: int) -> bool:
    """Whether words in marks are written like a title or headline."""
    long = [word for word in inside(reading, quote) if len(word) > SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= len(long) - 1


def is_heading(text: str, sentence: Span) -> bool:
    """Whether a sentence is a line of its own without a sentence’s end."""
    start, end = sentence
    if text[end - 1] in ENDS or text[max(start, end - 3) : end].rstrip(CLOSERS)[-1:] in ENDS:
        return False
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
