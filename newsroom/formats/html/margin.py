"""Notes in HTML: a mark in the text that links to a note, and the note that links back to its mark.

Google Docs, Word, Pandoc, Wikipedia and Markdown readers all write comments, footnotes and endnotes like this.
"""

import re
from itertools import islice
from typing import Literal, NamedTuple

from lxml import etree

from newsroom.formats.html.addresses import address
from newsroom.formats.html.tree import classes, words_of
from newsroom.formats.notes import Note

MARK = re.compile(r"\W*(?:\d{1,4}|[a-z]{1,3}|[ivxlc]{1,7}|[*†‡§¶]{1,3})\W*", re.IGNORECASE)
MOST, FEW = 10_000, 50  # links in a page that may be marks, links in one note: the search stays quick
BLOCKS = {"p", "div", "li", "dd", "aside", "section", "td", "blockquote"}
GOOGLE = re.compile(r"(?:cmnt|ftnt)\d+\Z")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SAID = {"noteref", "doc-noteref", "footnote-ref", "footnote", "reference"}


class Body(NamedTuple):
    """A note as it stands at the end: its words, and the addresses that it links to."""

    kind: Literal["comment", "footnote", "endnote"]
    text: str
    links: tuple[str, ...]

    def note(self) -> Note:
        return Note(self.text, links=self.links, kind=self.kind)


class Margin:
    """The notes of a tree: `marks` says which element stands for which note, `bodies` which are notes, not text."""

    def __init__(self, root: etree._Element) -> None:
        self.marks: dict[etree._Element, Body] = {}
        self.bodies: dict[etree._Element, Body] = {}
        named: dict[str, etree._Element] = {}
        for element in root.iter():
            for name in (element.get("id"), element.get("name")):
                if name:
                    named.setdefault(name, element)
        for link in islice(root.iter("a"), MOST):
            target = named.get((link.get("href") or "")[1:]) if (link.get("href") or "").startswith("#") else None
            if target is not None and MARK.fullmatch("".join(link.itertext())[:20]):
                self.take(link, target)

    def take(self, link: etree._Element, target: etree._Element) -> None:
        """Note that a link is a mark, if what it leads to is a note."""
        body = whole(next((up for up in (target, *target.iterancestors()) if up.tag in BLOCKS), None), target)
        above = list(link.iterancestors())
        if body is None or any(up is body or up in self.bodies or up.tag in HEADINGS for up in above):
            return  # a table of contents, or the way back from a note to its mark
        own = {f"#{name}" for up in (link, link.getparent()) for name in (up.get("id"), up.get("name")) if name}
        back = [other for other in islice(body.iter("a"), FEW) if other.get("href") in own]
        said = link.getparent().tag == "sup" or SAID & (classes(link) | {link.get("role", "")})
        if not back and not (said and target is body):
            return
        if body not in self.bodies:
            self.bodies[body] = written(body, target.get("id") or target.get("name") or "")
        self.marks[link] = self.bodies[body]


def whole(body: etree._Element | None, target: etree._Element) -> etree._Element | None:
    """A note of Google Docs may have several paragraphs: it is the division around them."""
    home = body.getparent() if body is not None else None
    name = GOOGLE.match(target.get("id") or "")
    if home is None or home.tag != "div" or not name:
        return body
    notes = [other for other in home.iter("a") if GOOGLE.match(other.get("id") or "")]
    return home if notes == [target] else body


def written(body: etree._Element, name: str) -> Body:
    """The words of a note without its own number and the way back to its mark."""
    kind: Literal["comment", "footnote", "endnote"] = "footnote"
    if name.startswith("cmnt"):
        kind = "comment"
    elif name.lstrip("_").startswith("edn"):
        kind = "endnote"
    links = [address(link.get("href") or "") for link in islice(body.iter("a"), FEW)]
    text = words_of(body)
    for link in islice(body.iter("a"), FEW):
        if (link.get("href") or "").startswith("#"):
            own = words_of(link)
            text = text.removeprefix(own) if text.startswith(own) else text.removesuffix(own)
    return Body(kind, text.strip(" \u00a0"), tuple(dict.fromkeys(filter(None, links))))
