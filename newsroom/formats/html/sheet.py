"""The sheet that a reader writes blocks onto, and the places on it that notes and links point to."""

import re
from typing import NamedTuple

from lxml import etree

from newsroom.formats.document import Piece
from newsroom.text.places import Spot

BLANKS = re.compile(r"[ \t\n\r\f]+")


class Where(NamedTuple):
    """What the words being written belong to; `kept` when their white space counts."""

    part: str = "body"
    type: str = "paragraph"
    kept: bool = False


class Sheet:
    """Blocks one after the other. White space collapses as on a page; a block without words is none."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.homes: list[etree._Element | None] = []  # beside each piece: what it stood in, for the reader to compare
        self.where = Where()
        self.home: etree._Element | None = None
        self.words: list[str] = []
        self.size = 0

    def begin(self, where: Where, home: etree._Element | None = None) -> None:
        """End the block, if it has words, and begin another."""
        text = "".join(self.words)
        if text.strip():
            self.pieces.append(Piece(self.where.part, self.where.type, text))
            self.homes.append(self.home)
        self.where, self.home = where, home
        self.words, self.size = [], 0

    def write(self, text: str | None) -> None:
        if text and not self.where.kept:
            text = BLANKS.sub(" ", text)
            if text[0] == " " and (not self.words or self.words[-1][-1] in " \n"):
                text = text[1:]
        if text:
            self.words.append(text)
            self.size += len(text)

    def write_line(self) -> None:
        """Begin a new line within the block."""
        self.words.append("\n")
        self.size += 1

    def spot(self) -> Spot:
        """The place where the next word will stand."""
        return Spot(len(self.pieces), self.size)

    def end(self) -> Spot:
        """The place behind the last word."""
        if self.size or not self.pieces:
            return self.spot()
        return Spot(len(self.pieces) - 1, len(self.pieces[-1].text))
