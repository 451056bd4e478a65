"""Tracked changes: which words stand when they are accepted or rejected, and a record of each."""

import contextlib
import datetime
from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from newsroom.formats.document import Unreadable
from newsroom.formats.notes import Change

Kind = Literal["insertion", "deletion", "move", "formatting"]

KINDS: dict[str, Kind] = {
    "w:ins": "insertion",
    "w:cellIns": "insertion",
    "w:del": "deletion",
    "w:cellDel": "deletion",
    "w:moveFrom": "move",
    "w:moveTo": "move",
}
GOING = {"w:del", "w:cellDel", "w:moveFrom"}
COMING = {"w:ins", "w:cellIns", "w:moveTo"}
FORMATTING = {
    *("w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:numberingChange", "w:tblPrChange", "w:tblPrExChange"),
    *("w:tblGridChange", "w:trPrChange", "w:tcPrChange"),
}
MARK = "¶"
MOST = 20_000
DEEPEST = 3  # a deletion in an insertion in an inserted row


class Changes:
    """The changes met so far. `dropping` while the words being read are not in the text as it is asked for."""

    def __init__(self, *, rejected: bool) -> None:
        self.dropped = COMING if rejected else GOING
        self.dropping = False
        self.found: list[tuple[str, Change]] = []
        self.open: list[list[str]] = []

    @contextlib.contextmanager
    def within(self, element: Element, *, joined: bool = False) -> Iterator[None]:
        """Read what a change is about, `joined` to the one before; words said meanwhile are the change's."""
        was, words = self.dropping, list[str]()
        self.dropping = was or element.tag in self.dropped
        self.open.append(words)
        yield
        self.open.pop()
        self.dropping = was
        self.add(element, "".join(words), joined=joined)

    def say(self, text: str) -> None:
        for words in self.open[-DEEPEST:]:
            words.append(text)

    def add(self, element: Element, text: str = "", *, joined: bool = False) -> None:
        """Note a change. The mark of a paragraph and the words that it is `joined` to are one."""
        new = Change(KINDS.get(element.tag, "formatting"), element.get("w:author", ""), moment(element), text)
        if joined and self.found and MARK in (text, self.found[-1][1].text) and self.found[-1][1][:3] == new[:3]:
            new = new._replace(text=self.found.pop()[1].text + text)
        self.found.append((element.tag, new))
        if len(self.found) > MOST:
            raise Unreadable("too-many-changes", limit=MOST)

    def mark(self, element: Element, *, joined: bool) -> bool:
        """Note a changed paragraph mark; whether it is dropped, so that the paragraph joins the next."""
        self.add(element, MARK, joined=joined)
        return element.tag in self.dropped

    def listed(self) -> tuple[Change, ...]:
        """Every change once: words that moved are noted where they went, unless that place is missing."""
        arrived = {change.text for tag, change in self.found if tag == "w:moveTo"}
        return tuple(change for tag, change in self.found if tag != "w:moveFrom" or change.text not in arrived)

    def lost(self) -> tuple[str, ...]:
        """The words that changes took out of the story, after the name of who did; moved ones stand elsewhere."""
        there = {change.text for tag, change in self.found if tag not in self.dropped and change.kind == "move"}
        return tuple(
            f"{change.author}: {words}" if change.author else words
            for tag, change in self.found
            if tag in self.dropped and (words := change.text.strip(f"{MARK} \t\n")) and change.text not in there
        )


def moment(element: Element, name: str = "w:date") -> datetime.datetime | None:
    """The time that an element carries; None without one, or when no calendar has it."""
    try:
        return datetime.datetime.fromisoformat(element.get(name, ""))
    except ValueError:
        return None
