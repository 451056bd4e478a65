"""Canonical text: what a story is stored as, and what every offset counts in (code points)."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

BOM = "\ufeff"
BLANKS = re.compile(r"[ \t]+")
DROPPED = re.compile("\u00ad+")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
UNPAIRED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a canonical text, `text[start:end]`: its part (headline, body, caption 1 …) and type."""

    part: str
    type: str
    start: int
    end: int

    def as_json(self) -> dict[str, str | int]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Canonical:
    """A story's whole canonical text, its blocks in order, and the SHA-256 (hex) of its UTF-8."""

    text: str
    blocks: tuple[Block, ...]
    sha256: str


def normalise(text: str) -> str:
    """The canonical text of one piece of typed text; canonical text comes back as it is.

    Unicode NFC and line feeds only (a paragraph separator is a blank line); soft hyphens and a leading byte order
    mark are dropped; runs of spaces and tabs are one space, and none stands at either end of a line; blank lines
    come one at a time and never first or last. No-break and thin spaces, joiners and bidi controls stay; a line
    of nothing but white space is blank. An unpaired surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    """
    text = UNPAIRED.sub("\ufffd", DROPPED.sub("", text)).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text))
    lines = [BLANKS.sub(" ", line).strip(" ") for line in text.split("\n")]
    return "\n".join(spaced(lines)).lstrip(BOM + " ")


def spaced(lines: Iterable[str]) -> Iterator[str]:
    """The lines with blank ones only between others, one at a time."""
    gap = started = False
    for line in lines:
        if not line.replace(BOM, "").strip():
            gap = started
            continue
        if gap:
            yield ""
        yield line
        gap, started = False, True


def compose(pieces: Iterable[tuple[str, str, str]]) -> Canonical:
    """One canonical text from `(part, type, text)` pieces, in order.

    Each is normalised, empty ones are dropped, and blocks stand a blank line apart; a piece with blank lines
    inside is several blocks.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for part, kind, text in pieces:
        for block in filter(None, normalise(text).split("\n\n")):
            texts.append(block)
            blocks.append(Block(part, kind, position, position + len(block)))
            position += len(block) + 2
    whole = "\n\n".join(texts)
    return Canonical(whole, tuple(blocks), hashlib.sha256(whole.encode()).hexdigest())
