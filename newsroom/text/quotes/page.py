"""A text with what is known about it, and quotations on their way."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsroom.text.marks import Stretch
from newsroom.text.names import Known, core
from newsroom.text.quotes.attribution import Attribution, is_pronoun
from newsroom.text.quotes.grammar import PREPOSITIONS
from newsroom.text.spans import Span

POSSESSIVE = re.compile(r"[’'](?:s|\Z)")


@dataclass(slots=True)
class Draft:
    """A quotation on the way: its stretches, and who says it as far as known."""

    stretches: list[Stretch]
    paragraph: int
    start: int
    end: int
    said: Attribution | None = None
    doubtful: bool = False

    def add(self, stretch: Stretch) -> None:
        self.stretches.append(stretch)
        self.end = stretch.end


class Page:
    """A text with what is known about it."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [span.start for span in sentences]

    @cached_property
    def known(self) -> Known:
        return Known(self.text)

    def sentence(self, position: int) -> Span:
        """The sentence at a position of the text."""
        place = bisect_right(self.starts, position) - 1
        return self.sentences[place] if place >= 0 else Span(0, len(self.text))


def resolved(page: Page, said: Attribution, mention: str) -> tuple[str, str]:
    """The name that a printed speaker stands for, and how sure that is."""
    if said.named:
        mention = page.text[said.named.start : said.named.end]
    if is_pronoun(mention):
        return page.known.person_before(said.speaker.start), "check" if said.confidence == "check" else "likely"
    words = core(mention)
    if not words or not words[-1][0].isupper():
        return mention, said.confidence
    first = len(words)
    while first and words[first - 1][0].isupper() and not (first < len(words) and POSSESSIVE.search(words[first - 1])):
        first -= 1
    if any(word in PREPOSITIONS for word in words[:first]):
        return mention, said.confidence
    return page.known.full(words[first:], said.speaker.start), said.confidence
