"""A text with what is known about it, for rules that look beyond one sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from newsroom.text.listed import listed
from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.grammar import POSSESSIVES, PREPOSITIONS, PRONOUNS
from newsroom.text.quotes.people import BEFORE_NAMES, People
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.spans import Span

BREAK = re.compile(r"\n\s*")
POSSESSIVE = ("’s", "'s", "s’", "s'")
PERSONAL = PRONOUNS | POSSESSIVES | listed("il elle ils elles on er sie він вона вони он она они")


class Page:
    """A text, its sentences and its words; `leads` holds who speaks next after a sentence that ends in a colon, by
    that sentence's end; `heads` are the places of the words that sentences begin with, and the end."""

    def __init__(self, text: str, sentences: Sequence[Span], reading: Reading) -> None:
        self.text = text
        self.sentences = sentences
        self.reading = reading
        self.starts = [span.start for span in sentences]
        self.heads = reading.units(sentences)
        self.breaks = [match.end() for match in BREAK.finditer(text)]
        self.leads: dict[int, Attribution] = {}
        self.cores: dict[str, tuple[str, ...]] = {}

    @cached_property
    def people(self) -> People:
        return People(self.text, self.reading, self.heads[:-1])

    def sentence(self, position: int) -> Span:
        """The sentence at a position of the text."""
        place = bisect_right(self.starts, position) - 1
        return self.sentences[place] if place >= 0 else Span(0, len(self.text))

    def sentence_above(self, position: int) -> Span | None:
        """The sentence before the one at a position."""
        place = bisect_right(self.starts, position) - 2
        return self.sentences[place] if place >= 0 else None

    def paragraph(self, position: int) -> int:
        """The number of the line or paragraph at a position."""
        return bisect_right(self.breaks, position)

    def words(self, start: int, end: int) -> Phrase:
        """The places of the words in a span: first and end."""
        return bisect_left(self.reading.starts, start), bisect_left(self.reading.starts, end)

    def core(self, mention: str) -> tuple[str, ...]:
        """The name in a printed speaker, without titles: of “captain Mara Lind”, Mara Lind; () if there is none."""
        known = self.cores.get(mention)
        if known is None:
            known = self.cores[mention] = core(mention)
        return known


def core(mention: str) -> tuple[str, ...]:
    words = mention.split()
    first = len(words)
    while (
        first and words[first - 1][0].isupper() and not (first < len(words) and words[first - 1][-2:] in ("’s", "'s"))
    ):
        first -= 1
    if any(word in PREPOSITIONS for word in words[:first]):
        return ()
    while first < len(words) and words[first].strip(".,").lower() in BEFORE_NAMES:
        first += 1
    return tuple(words[first:])


def resolved(page: Page, said: Attribution) -> str:
    """The name that a printed speaker stands for, the printed words if they name nobody, "" for nobody knows whom."""
    place = bisect_left(page.reading.starts, said.start)
    lower = said.mention.lower()
    if lower in PERSONAL:
        return page.people.person(lower, place)
    words = page.core(said.mention)
    if not words:
        return said.mention
    name = page.people.full(words, place)
    page.people.heard(place, name)
    return name
