"""One of two drafts that are compared: its words, sentences, blocks, and which words stand in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from newsroom.text.marks import stretches
from newsroom.text.names import NOT_NAMES
from newsroom.text.quotes import Quote, quotes
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span
from newsroom.text.tokens import tokens

# Lines of a table or of markup: a sentence ends before and behind them.
DRAWN = re.compile(r"(?:^[^\S\n]*[<|].*\n?)++", re.MULTILINE)
BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")


def paragraphs(text: str) -> Iterator[Span]:
    """The blocks of a text that comes without any: a blank line parts them."""
    start = 0
    for match in BLANK_LINE.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


class Side:
    """A draft to compare. Everything but `text` counts in tokens: `blocks` and `sentences` are ranges of them.

    `block_of` and `sentence_of` say for each token where it stands, `quoted` whether in quotation marks, `names`
    whether it is a name or figure.
    """

    def __init__(self, text: str, blocks: Iterable[Sequence[int]] | None = None) -> None:
        self.text = text
        found = tokens(text)
        self.starts = [token.start for token in found]
        self.ends = [token.end for token in found]
        self.keys = [token.key for token in found]
        self.marked = stretches(text)
        self.spans = sentences(text, self.marked)
        self.blocks = list(self.ranges(paragraphs(text) if blocks is None else blocks))
        self.block_of = self.numbered(self.blocks)
        self.sentences = list(self.inside_blocks(self.ranges(self.spans)))
        self.sentence_of = self.numbered(self.sentences)

    def __len__(self) -> int:
        return len(self.keys)

    def ranges(self, spans: Iterable[Sequence[int]]) -> Iterator[Span]:
        """Spans of the text as ranges of tokens, empty ones left out."""
        for start, end in spans:
            span = self.tokens_in(start, end)
            if span.start < span.end:
                yield span

    def tokens_in(self, start: int, end: int) -> Span:
        """The tokens that `text[start:end]` touches."""
        return Span(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def inside_blocks(self, found: Iterable[Span]) -> Iterator[Span]:
        """Sentences cut where a block, or a table's or markup's lines, begin or end, so that each stands in one."""
        cuts = {bisect_left(self.starts, place) for line in DRAWN.finditer(self.text) for place in line.span()}
        for start, end in found:
            for token in range(start + 1, end):
                if token in cuts or self.block_of[token] != self.block_of[token - 1]:
                    yield Span(start, token)
                    start = token
            yield Span(start, end)

    def numbered(self, ranges: Sequence[Span]) -> list[int]:
        """For each token the number of the range it stands in, -1 for none."""
        numbers = [-1] * len(self)
        for number, (start, end) in enumerate(ranges):
            numbers[start:end] = [number] * (end - start)
        return numbers

    def words(self, span: Span) -> str:
        """What a range of tokens reads, from its first to its last."""
        return self.text[self.starts[span.start] : self.ends[span.end - 1]] if span.start < span.end else ""

    def raw(self, token: int) -> str:
        return self.text[self.starts[token] : self.ends[token]]

    def key(self, span: Span) -> str:
        """One string that is the same for ranges that read the same."""
        return "\x1f".join(self.keys[span.start : span.end])

    @cached_property
    def quoted(self) -> bytearray:
        flags = bytearray(len(self))
        for stretch in self.marked:
            if stretch.depth == 0:
                start, end = self.tokens_in(stretch.start, stretch.end)
                flags[start:end] = b"\1" * (end - start)
        return flags

    @cached_property
    def names(self) -> bytearray:
        """Which tokens are figures, or words with a capital that no sentence gives them."""
        flags = bytearray(len(self))
        firsts = {span.start for span in self.sentences}
        for token in range(len(self)):
            word = self.raw(token)
            capital = word[0].isupper() and token not in firsts and word.lower() not in NOT_NAMES
            flags[token] = word[0].isdecimal() or capital
        known = {self.keys[token].removesuffix("'s") for token in range(len(self)) if flags[token]}
        for token in firsts:
            flags[token] |= self.keys[token].removesuffix("'s") in known
        return flags

    @cached_property
    def quotes(self) -> list[Quote]:
        return quotes(self.text, self.marked, self.spans)
