"""Whether a sentence sounds like opinion: a hint with the words behind it, never a decision.

A linear model over seven classes of words (tone.py) and a few signs. Which words stand in a class was decided by hand;
what a class weighs was learnt by logistic regression from the sentences of NewsSD-ENG (Antici et al., LREC-COLING 2024,
CC BY 4.0), none of which is kept here. `python -m tests.quality.opinion FILE` measures it and learns it anew.
"""

from collections.abc import Sequence
from operator import mul

from newsroom.text.memo import Memo
from newsroom.text.tone import EXTREME, FUNCTION, MILD, PAST, REPORT, STRONG, VOICE

CLASSES = (EXTREME, STRONG, VOICE, MILD, FUNCTION, REPORT, PAST)
CLASS_OF = {word: place for place, words in reversed([*enumerate(CLASSES)]) for word in words}
FIGURES, NAMES = len(CLASSES), len(CLASSES) + 1
# In tenths of log-odds: the classes, then figures, names, signs of argument, quotation marks. EXTREME words are too few
# in the sample to be weighed by it (6): one is to be enough.
WEIGHTS = (36, 10, 9, 4.5, 3, -5, -2, -6, -1.5, 2, -8)
# A hint is shown from here on; a sentence without any cue stands at 0.
THRESHOLD = 22
# Each class counts this often at most.
MOST = 3
# What it takes to look any further: a word of one of the first three classes; words of the first four are named.
LOADED = EXTREME | STRONG | VOICE
OPEN, NAMED = 3, 4

EDGES = " .,;:!?…“”\"‘’'„«»()[]–—-"
QUOTING = '“”"„«»'
# The count of each class has so many bits of one number, so that a sentence's chunks are counted by adding up.
WIDTH = 12
MASK = (1 << WIDTH) - 1
SHIFTS = range(0, WIDTH * (NAMES + 1), WIDTH)
OPENING = (1 << OPEN * WIDTH) - 1


def opinion(words: str, *, quoting: bool = False) -> str:
    """The words that make it sound like opinion: 'words of opinion: “absurd”, “we”'; "" when it does not.

    `words` are what the story says in its own voice; `quoting` says that there are words in quotation marks besides.
    """
    counts = counted(words)
    if counts & OPENING and weight(among(counts, words, quoting=quoting)) >= THRESHOLD:
        printed = {chunk.strip(EDGES).lower(): chunk.strip(EDGES) for chunk in words.split()}
        ranked = sorted((word for word in printed if CLASS_OF.get(word, NAMED) < NAMED), key=CLASS_OF.__getitem__)
        return f"words of opinion: {', '.join(f'“{printed[word]}”' for word in ranked[:NAMED])}"
    return exclaimed(words)


def weight(found: Sequence[int]) -> float:
    return float(sum(map(mul, found, WEIGHTS)))


def cues(words: str, *, quoting: bool = False) -> list[int]:
    """How often each class of words, and each other cue, is there: one number for each of WEIGHTS."""
    return among(counted(words), words, quoting=quoting)


def among(counts: int, words: str, *, quoting: bool) -> list[int]:
    """The cues among words that are counted already."""
    found = [counts >> shift & MASK for shift in SHIFTS]
    found[NAMES] -= words[:1].isupper() and words[:2] != "I "
    signs = (";" in words or "—" in words or "–" in words) + ("!" in words or "?" in words)
    return [*[count if count < MOST else MOST for count in found], signs, int(quoting)]


def counted(words: str) -> int:
    """The counts of all classes in one number."""
    return sum(map(COUNTS.__getitem__, words.split()))


def count(chunk: str) -> int:
    """A one at the place of a chunk's class, at that of figures if it is one, of names if it has a capital."""
    word = chunk.strip(EDGES)
    place = CLASS_OF.get(word.lower(), CLASSES.index(PAST) if word[-2:].lower() == "ed" else -1)
    found = 1 << WIDTH * place if place >= 0 else 0
    if word[:1].isdecimal():
        found += 1 << WIDTH * FIGURES
    return found + (1 << WIDTH * NAMES if word[:1].isupper() and word != "I" else 0)


COUNTS = Memo(count)


def is_quoting(words: str) -> bool:
    """Whether there are quotation marks among the words."""
    return any(map(words.__contains__, QUOTING))


def exclaimed(words: str) -> str:
    return "exclamation: “!”" if words.rstrip(" ”\"’'").endswith("!") else ""
