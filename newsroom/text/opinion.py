"""Whether a sentence sounds like opinion: a hint with the words behind it, never a decision.

A linear model over seven classes of words (tone.py) and a few signs. Which words stand in a class was decided by hand;
what a class weighs was learnt by logistic regression from the sentences of NewsSD-ENG (Antici et al., LREC-COLING 2024,
CC BY 4.0), none of which is kept here. `python -m tests.quality.opinion FILE` measures it and learns it anew.
"""

import re
from collections.abc import Sequence

from newsroom.text.tone import EXTREME, FUNCTION, MILD, PAST, REPORT, STRONG, VOICE
from newsroom.text.wording import Wording

CLASSES = (EXTREME, STRONG, VOICE, MILD, FUNCTION, REPORT, PAST)
CLASS_OF = {word: place for place, words in reversed([*enumerate(CLASSES)]) for word in words}
# In tenths of log-odds: the classes, then figures, names, signs of argument, quotation marks. EXTREME words are too few
# in the sample to be weighed by it (6): one is to be enough.
WEIGHTS = (36, 10, 9, 4.5, 3, -5, -2, -6, -1.5, 2, -8)
# A hint is shown from here on; a sentence without any cue stands at 0.
THRESHOLD = 22
# Each class counts this often at most.
MOST = 3
# What it takes to look any further.
LOADED = EXTREME | STRONG | VOICE
NAMED = 4

FIGURE = re.compile(r"\d+")
ARGUING = (re.compile(r"[;—–]"), re.compile(r"[!?]"))


def opinion(said: Wording, *, quoting: bool = False) -> str:
    """The words that make it sound like opinion: 'words of opinion: “absurd”, “we”'; "" when it does not.

    `said` is what the story says in its own voice; `quoting` says that there are words in quotation marks besides.
    """
    if tells(said) and weight(cues(said, quoting=quoting)) >= THRESHOLD:
        ranked = sorted(
            {word.lower(): word for word in said.words if CLASS_OF.get(word.lower(), MOST + 1) <= MOST}.values(),
            key=lambda word: CLASS_OF[word.lower()],
        )
        return f"words of opinion: {', '.join(f'“{word}”' for word in ranked[:NAMED])}"
    return exclaimed(said.text)


def tells(said: Wording) -> bool:
    """Whether it has a word without which nothing but an exclamation mark gives a hint."""
    return not said.listed.isdisjoint(LOADED)


def weight(found: Sequence[int]) -> float:
    return sum(map(float.__mul__, map(float, found), map(float, WEIGHTS)))


def cues(said: Wording, *, quoting: bool = False) -> list[int]:
    """How often each class of words, and each other cue, is there: one number for each of WEIGHTS."""
    found = [0] * len(CLASSES)
    for word in map(str.lower, said.words):
        place = CLASS_OF.get(word)
        if place is not None:
            found[place] += 1
        elif word[-2:] == "ed":
            found[-1] += 1
    names = sum(word[0].isupper() and word != "I" for word in said.words[1:])
    signs = (len(FIGURE.findall(said.text)), names, sum(bool(sign.search(said.text)) for sign in ARGUING))
    return [*(min(count, MOST) for count in (*found, *signs)), int(quoting)]


def exclaimed(wording: str) -> str:
    return "exclamation: “!”" if wording.rstrip(" ”\"’'").endswith("!") else ""
