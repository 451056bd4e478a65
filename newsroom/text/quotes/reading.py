"""A text as words, read once: each stretch in quotation marks is one word, whatever stands in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, repeat
from operator import ne, sub

from newsroom.text.marks import Stretch
from newsroom.text.quotes.grammar import KINDS, QUOTE
from newsroom.text.spans import Span

# No sentence is read further in one piece (words).
LONGEST = 250
WORD = re.compile(r"\s*+(?:[^\W_]++(?:['.&-][^\W_]++|,\d++)*+'?|\S)")


class Reading:
    """The words and single marks of a text, as lists of equal length; a word is known by its place in them.

    `words` are printed (with straight apostrophes), `lowers` in lower case; `kinds` says what grammar knows of them,
    `names` whether there is a capital in them; `starts` and `ends` are their offsets in the text, in code points.
    `quotes` are the places of the stretches in marks, in order.
    """

    def __init__(self, text: str, outer: Sequence[Stretch], known: Mapping[str, int] = KINDS) -> None:
        self.words: list[str] = []
        self.ends: list[int] = []
        self.quotes: list[int] = []
        straight = text.replace("’", "'")
        position = 0
        for stretch in outer:
            self.read(straight, position, stretch.start)
            self.quotes.append(len(self.words))
            position = stretch.end
            self.words.append(text[stretch.start : position])
            self.ends.append(position)
        self.read(straight, position, len(text))
        self.starts = list(map(sub, self.ends, map(len, self.words)))
        self.lowers = list(map(str.lower, self.words))
        self.names = list(map(ne, self.words, self.lowers))
        self.kinds = list(map(known.get, self.lowers, repeat(0)))
        for place in self.quotes:
            self.kinds[place] = QUOTE

    def read(self, text: str, start: int, end: int) -> None:
        """Add the words of `text[start:end]`."""
        pieces = WORD.findall(text, start, end)
        if pieces:
            ends = accumulate(map(len, pieces), initial=start)
            next(ends)
            self.ends += ends
            self.words += map(str.lstrip, pieces)

    def units(self, sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """First word and end of each sentence; those that one stretch in marks runs through are one."""
        starts, ends = self.starts, self.ends
        first = 0
        for sentence in (*sentences[1:], Span(len(starts) and ends[-1], 0)):
            place = bisect_left(starts, sentence.start, first)
            if place > first and ends[place - 1] <= sentence.start:
                while place - first > LONGEST:
                    yield first, first + LONGEST
                    first += LONGEST
                yield first, place
                first = place

    def to_title(self, place: int) -> None:
        """Take words in marks for a name: the comma inside the marks is all that counts of them."""
        self.kinds[place] = KINDS[","] if self.words[place][-2:-1] == "," else 0
        self.names[place] = True

    def span(self, phrase: tuple[int, int]) -> Span:
        """Where the words from the first place to the last stand in the text."""
        return Span(self.starts[phrase[0]], self.ends[phrase[1]])
