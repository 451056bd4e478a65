"""What comes with the words of a document: notes, links, tracked changes, and what could not be brought in."""

import datetime
import re
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from newsroom.text.places import Spot

ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”«»]{3,2000}")
AFTER = ".,;:!?…)]}'’*_"  # what follows an address in a sentence is no part of it


TAKEN = "passages taken out by tracked changes"  # a class of losses in every format that tracks changes


class Link(NamedTuple):
    """An address that some words of the document lead to."""

    start: Spot
    end: Spot
    href: str


class Change(NamedTuple):
    """A tracked change: what was done, by whom ("" if nobody is named), and to which words ("" for formatting)."""

    kind: Literal["insertion", "deletion", "move", "formatting"]
    author: str
    date: datetime.datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Loss:
    """Things of one class that could not be brought in ("text boxes", "images"), with the words of those that had any.

    The class is a plural noun, whatever the count.
    """

    kind: str
    count: int
    words: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "words": list(self.words)}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the thread below a note. `outside` is its id in the file it came from, "" without one."""

    text: str
    author: str = ""
    date: datetime.datetime | None = None
    outside: str = ""
    links: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where its links lead, and the addresses that are written out in it, each once."""
        written = (found.rstrip(AFTER) for found in ADDRESS.findall(self.text))
        return tuple(dict.fromkeys((*self.links, *written)))


@dataclass(frozen=True, slots=True)
class Note(Reply):
    """Something said about words of the document: a comment, a footnote, an endnote, a remark within the text.

    `end` is where its selection ends or, without one, where its mark stands; None when it is marked nowhere in the
    blocks. `start` is None for "no selection". `cut` says that its words are not in the text as it was read (a
    comment in deleted text): `end` is then where they stood, and `quote` are they. `links` are the addresses in it.
    A `date` has a time zone only if the file gave it one.
    """

    kind: Literal["comment", "footnote", "endnote", "inline"] = "comment"
    start: Spot | None = None
    end: Spot | None = None
    resolved: bool = False
    replies: tuple[Reply, ...] = ()
    cut: bool = False
    quote: str = ""
