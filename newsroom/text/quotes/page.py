"""A text with what is known about it, for rules that look beyond one sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from newsroom.text.names import Known, core
from newsroom.text.quotes.attribution import Attribution, is_pronoun
from newsroom.text.quotes.grammar import POSSESSIVES, PREPOSITIONS
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.reading import Reading
from newsroom.text.spans import Span

POSSESSIVE = re.compile(r"[’'](?:s|\Z)")
BREAK = re.compile(r"\n\s*")


class Page:
    """A text, its sentences and its words; `leads` holds who speaks next after a sentence that ends in a colon, by
    that sentence's end."""

    def __init__(self, text: str, sentences: Sequence[Span], reading: Reading) -> None:
        self.text = text
        self.sentences = sentences
        self.reading = reading
        self.starts = [span.start for span in sentences]
        self.breaks = [match.end() for match in BREAK.finditer(text)]
        self.leads: dict[int, Attribution] = {}

    @cached_property
    def known(self) -> Known:
        return Known(self.text)

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


def resolved(page: Page, said: Attribution, mention: str) -> str:
    """The name that a printed speaker stands for."""
    if said.named:
        mention = page.text[said.named.start : said.named.end]
    if is_pronoun(mention) or mention.lower() in POSSESSIVES:
        return page.known.person_before(said.speaker.start)
    words = core(mention)
    if not words or not words[-1][0].isupper():
        return mention
    first = len(words)
    while first and words[first - 1][0].isupper() and not (first < len(words) and POSSESSIVE.search(words[first - 1])):
        first -= 1
    if any(word in PREPOSITIONS for word in words[:first]):
        return mention
    return page.known.full(words[first:], said.speaker.start)
