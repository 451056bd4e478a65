"""A text as words, read once: each stretch in quotation marks is one word, whatever stands in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import and_, itemgetter, sub

from newsroom.text.marks import Stretch
from newsroom.text.memo import Memo
from newsroom.text.quotes.grammar import COMMA, CUES, MARK, QUOTE, STRETCH
from newsroom.text.quotes.tongues import KNOWN, language_of, shown_by
from newsroom.text.spans import Span

# No sentence is read further in one piece (words).
LONGEST = 250
# Where the next one begins is looked for among so many words first.
NEAR = 40
# Where too few words stand outside marks, so much of the whole text tells its language (code points).
FIRST = 500
WORD = re.compile(r"(?:[^\W_]++(?:['.&-][^\W_]++|,\d++)*+'?|\S)\s*+")

# A word: as printed, in lower case, whether these differ, what English grammar knows of it, and how far on the next one
# begins.
Fact = tuple[str, str, bool, int, int]
PRINTED, LOWER, NAMED, KIND, SIZE = map(itemgetter, range(5))
ENGLISH = KNOWN["en"]


def facts(chunk: str) -> tuple[Fact, ...]:
    """The words of a chunk; a space parts it from the next one."""
    pieces = [chunk] if chunk.isalnum() else WORD.findall(chunk)
    last = len(pieces) - 1
    return tuple([fact(piece, len(piece) + (place == last)) for place, piece in enumerate(pieces)])


def fact(piece: str, size: int) -> Fact:
    word = piece.rstrip()
    lower = word.lower()
    kind = ENGLISH.get(lower, 0)
    return (word, word, False, kind, size) if lower == word else (word, lower, True, kind, size)


FACTS = Memo(facts)


class Reading:
    """The words and single marks of a text, as lists of equal length; a word is known by its place in them.

    `words` are printed (with straight apostrophes), `lowers` in lower case; `kinds` says what grammar knows of them,
    `names` whether there is a capital in them; `starts` are their offsets in the text, in code points.
    `cues` are the places of the words that a rule about speakers starts from, `quotes` those of the stretches in marks,
    in order. The language is told by the first words, if not given.
    """

    def __init__(self, text: str, outer: Sequence[Stretch], language: str = "") -> None:
        self.text = text
        masked = filled(text, outer)
        even = spaced(masked)
        found = list(chain.from_iterable(map(FACTS.__getitem__, even.split(" "))))
        self.words: list[str] = list(map(PRINTED, found))
        self.lowers: list[str] = list(map(LOWER, found))
        self.names: list[bool] = list(map(NAMED, found))
        self.language = language or language_of(self.lowers) or shown_by(text[:FIRST])
        known = KNOWN[self.language]
        self.kinds: list[int] = list(map(KIND, found) if known is ENGLISH else map(known.get, self.lowers, repeat(0)))
        self.cues = list(compress(count(), map(and_, self.kinds, repeat(CUES))))
        self.quotes = [place for place in self.cues if self.kinds[place] == QUOTE]
        before = len(text) - len(text.lstrip())
        sizes: list[int] = list(map(SIZE, found))
        if before + sum(sizes) != len(even) + (even[-1:] != " "):  # white space of other kinds stands by a space
            sizes = list(map(len, WORD.findall(masked)))
        for place, (start, end, *_) in zip(self.quotes, outer, strict=True):
            self.words[place] = text[start:end]
            sizes[place] += end - start - len(STRETCH)
        self.starts = list(accumulate(sizes, initial=before))
        del self.starts[-1]

    def end(self, place: int) -> int:
        """Where a word ends in the text."""
        return self.starts[place] + len(self.words[place])

    def units(self, sentences: Sequence[Span]) -> list[int]:
        """Where each sentence begins, and the end of the last; those that one stretch in marks runs through are one.

        None is longer than LONGEST.
        """
        starts, words = self.starts, self.words
        units = [0]
        last, whole = 0, len(starts)
        for start, _ in sentences[1:]:
            near = last + NEAR
            place = bisect_left(starts, start, last, near if near < whole and starts[near] >= start else whole)
            if place > last and starts[place - 1] + len(words[place - 1]) <= start:
                units.append(place)
                last = place
        if units[-1] < len(starts):
            units.append(len(starts))
        if max(map(sub, units[1:], units), default=0) <= LONGEST:
            return units
        pieces = [range(low, end, LONGEST) for low, end in pairwise(units)]
        return [place for piece in pieces for place in piece] + units[-1:]

    def to_title(self, place: int) -> None:
        """Take words in marks for those of a name: the comma inside the marks is all that counts of them."""
        self.kinds[place] = COMMA | MARK if self.words[place][-2:-1] == "," else 0


def filled(text: str, outer: Sequence[Stretch]) -> str:
    """The text with straight apostrophes, and one character for each stretch in marks."""
    straight = text.replace("’", "'").replace(STRETCH, "?")
    if not outer:
        return straight
    pieces: list[str] = []
    position = 0
    for start, end, *_ in outer:
        pieces.append(straight[position:start])
        position = end
    pieces.append(straight[position:])
    return STRETCH.join(pieces)


def spaced(text: str) -> str:
    """The text with one space at the end of each stretch of white space, and line feeds for the rest of it."""
    spaces = text.replace("\n", " ").replace("\u00a0", " ")
    return spaces.replace("  ", "\n ").replace(" \n", "\n\n").replace("  ", "\n ")
