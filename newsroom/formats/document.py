"""What every reader of a format hands over."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """One block on its way in: its part (body, deck, caption 1 …), its type (paragraph, heading …), its words."""

    part: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A story as read: the headline ("" if none was found), the date it carries, the pieces below the headline.

    `losses` names, one sentence each, what the format held and the pieces do not.
    """

    headline: str
    date: datetime.date | None
    pieces: tuple[Piece, ...]
    losses: tuple[str, ...] = ()


class Unreadable(ValueError):
    """The bytes are no text that the desk can take in.

    `message` is one sentence for the person; `position` the offset of the first bad byte; `encoding` one that the
    person may confirm ("" if none is proposed), and `preview` the text as that encoding reads it.
    """

    def __init__(self, message: str, *, position: int | None = None, encoding: str = "", preview: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.encoding = encoding
        self.preview = preview
