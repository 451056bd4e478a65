"""Plain text: bytes to words, words to headline, date and paragraphs."""

import datetime
import re
from collections.abc import Iterator

from newsroom.formats.decoding import LIMIT, decode
from newsroom.formats.document import Document, Piece
from newsroom.text.canonical import normalise

__all__ = ["LIMIT", "decode", "parse", "read"]

HEADLINE = 200
HEADING = 90
DATED = re.compile(r"(?:date[ :]+)?([0-9]{4})-([0-9]{2})-([0-9]{2})(?![\w-])[ ]*[:–—-]?[ ]*", re.IGNORECASE)
ENDS = re.compile(r"[.;:,…。][\"”’»“)\]]*\Z")
HEADLINE_STOPS = re.compile(r"(?<![A-Z])\.[\"”’»“)\]]*\Z|[;,。]\Z")


def read(data: bytes, *, encoding: str | None = None, rejected: bool = False) -> Document:  # noqa: ARG001 - tracks no changes
    """The story in the bytes of a text file; `Unreadable` as `decode` raises it."""
    return parse(decode(data, encoding=encoding))


def parse(text: str) -> Document:
    """Headline, date and blocks of plain text; a blank line parts blocks, and no word is lost.

    The first line may carry a date (`date 2025-03-24 Words` or `2025-03-24 Words`). It is the headline when it is
    a block of one line of at most 200 characters that does not end like a sentence, and text follows.
    """
    first, *blocks = normalise(text).split("\n\n")
    date, first = dated(first)
    if not first and blocks:
        first, *blocks = blocks
    line, *rest = first.split("\n", 1)
    if (rest or blocks) and is_headline(line, alone=not rest, dated=date is not None):
        return Document(line, date, tuple(pieces([*rest, *blocks])))
    return Document("", date, tuple(pieces([first, *blocks])))


def dated(block: str) -> tuple[datetime.date | None, str]:
    """The date that a block begins with and the words after it; a date that no calendar has stays words."""
    found = DATED.match(block)
    if not found:
        return None, block
    try:
        return datetime.date(*map(int, found.groups())), block[found.end() :].lstrip()
    except ValueError:
        return None, block


def is_headline(line: str, *, alone: bool, dated: bool) -> bool:
    """Whether a first line is a headline; one with text in the line below it only if it came with a date."""
    return (alone or dated) and 0 < len(line) <= HEADLINE and not HEADLINE_STOPS.search(line)


def pieces(blocks: list[str]) -> Iterator[Piece]:
    """The body's blocks: a short line without a sentence's end, with text before and after it, is a heading."""
    last = len(blocks) - 1
    for place, block in enumerate(blocks):
        if block:
            kind = "heading" if 0 < place < last and is_heading(block) else "paragraph"
            yield Piece("body", kind, block)


def is_heading(block: str) -> bool:
    plain = block[0] not in '"“‘„«「—–-•*' and not block[0].islower()
    return plain and "\n" not in block and len(block) <= HEADING and not ENDS.search(block)
