"""What every reader of a format hands over."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from newsroom.formats.notes import Change, Link, Loss, Note


class Piece(NamedTuple):
    """One block on its way in: its part (body, deck, caption 1 …), its type (paragraph, heading …), its words."""

    part: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A story as read: the headline ("" if none was found), the date it carries, the pieces below the headline.

    `notes` and `links` stand on the words of `blocks`; `changes` are the tracked ones, read as accepted or as
    `rejected`; `losses` names, class by class, what the format held and nothing of the above does; `byline` as printed.
    """

    headline: str
    date: datetime.date | None
    pieces: tuple[Piece, ...]
    losses: tuple[Loss, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    changes: tuple[Change, ...] = ()
    byline: str = ""
    rejected: bool = False

    @property
    def blocks(self) -> tuple[Piece, ...]:
        """The headline and the pieces: what the numbers of a `Spot` count, and what the canonical text is made of."""
        return (Piece("headline", "heading", self.headline), *self.pieces)


class Unreadable(ValueError):
    """The bytes are no text that the desk can take in.

    `code` and `values` say why; `domain/reading.py` has the sentence for the person. `position` is the offset of the
    first bad byte; `encoding` one that the person may confirm ("" if none is proposed), and `preview` the text as that
    encoding reads it.
    """

    def __init__(
        self, code: str, *, position: int | None = None, encoding: str = "", preview: str = "", **values: object
    ) -> None:
        self.code = code
        self.position = position
        self.encoding = encoding
        self.preview = preview
        self.values = {"position": position, "encoding": encoding, **values}
        super().__init__(code, self.values)
