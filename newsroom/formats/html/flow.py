"""From a tree to the sheet: element by element, without recursion, so that no nesting is too deep."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from lxml import etree

from newsroom.formats.html.addresses import address
from newsroom.formats.html.losing import Losing
from newsroom.formats.html.margin import Body, Margin
from newsroom.formats.html.sheet import Sheet, Where
from newsroom.formats.html.tags import LOST, PARTING, SILENT, TYPES, is_hidden, is_outside, place_of
from newsroom.formats.html.tree import classes, lifted, words_of
from newsroom.formats.notes import TAKEN, Change, Link, Note, Reply
from newsroom.formats.raising import raised
from newsroom.text.places import Spot

Leave = Callable[[], None]
# What CriticMarkup's remarks become on their way through HTML; in a page of somebody else's they are remarks too.
REMARK = "critic-remark"


class Open(NamedTuple):
    """An element whose children are being written: what comes next, what they belong to, what to do after the last."""

    children: Iterator[etree._Element]
    where: Where
    leave: Leave
    tail: str | None


class Flow:
    """Writes the words of a tree onto `sheet`, and keeps notes, links, changes and losses on the way."""

    def __init__(self, root: etree._Element, *, base: str = "", rejected: bool = False) -> None:
        self.sheet, self.lost, self.margin = Sheet(), Losing(), Margin(root)
        self.links: list[Link] = []
        self.dead: list[Link] = []  # links that lead to no page
        self.notes: list[Note] = []
        self.changes: list[Change] = []
        self.base, self.rejected = base, rejected
        self.up = lifted(root)
        self.selected: tuple[Spot, Spot] | None = None  # what a remark right behind it would be about
        self.quoted = 0
        self.numbers: Counter[str] = Counter()
        self.run(root)
        self.sheet.begin(Where())

    def run(self, root: etree._Element) -> None:
        stack = [Open(iter((root,)), Where(), lambda: None, None)]
        while stack:
            top = stack[-1]
            child = next(top.children, None)
            if child is None:
                stack.pop()
                top.leave()
                self.sheet.write(top.tail)
            elif opened := self.enter(child, top.where):
                where, leave = opened
                self.sheet.write(child.text)
                stack.append(Open(iter(child), where, leave, child.tail))
            else:
                self.sheet.write(child.tail)

    def enter(self, element: etree._Element, where: Where) -> tuple[Where, Leave] | None:
        """Begin an element: what its words belong to and what ends it, or None if it is not gone into."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT or element in self.margin.bodies or self.aside(element):
            return None
        if tag in PARTING or tag in TYPES:
            return self.parted(element, place_of(element, where), where)
        return where, self.within(element)

    def aside(self, element: etree._Element) -> bool:
        """Whether an element is dealt with here and now, with all that is in it: noted, counted, or a line's end."""
        tag = element.tag
        if element in self.margin.marks:
            self.marked(self.margin.marks[element])
        elif tag == REMARK:
            self.remarked(element)
        elif is_hidden(element):
            self.lost.count("hidden passages", words_of(element), only_words=True)
        elif tag in LOST:
            self.lost.count(LOST[tag], element.get("alt") or words_of(element))
        elif is_outside(element):
            self.lost.count("passages outside the story", words_of(element), only_words=True)
        elif tag == "br":
            self.sheet.write_line()
        elif not len(element) and (tag == "sup" or self.up & classes(element)):
            self.sheet.write(raised(element.text or ""))
        else:
            return tag in ("ins", "del") and not self.changed(element)
        return True

    def parted(self, element: etree._Element, place: Where, where: Where) -> tuple[Where, Leave]:
        """Begin a block; the words behind it go on with what it stands in."""
        home = element.getparent()
        if place.part in ("caption", "pull quote"):
            self.numbers[place.part] += 1
            place = place._replace(part=f"{place.part} {self.numbers[place.part]}")
        self.sheet.begin(place, home)
        self.selected = None
        start, href = self.sheet.spot(), self.cited(element)

        def leave() -> None:
            self.linked(start, href)
            self.sheet.begin(where, home)

        return place, leave

    def within(self, element: etree._Element) -> Leave:
        """Begin what stands in a line, and say what ends it."""
        tag, start = element.tag, self.sheet.spot()
        if tag == "a":
            return lambda: self.linked(start, address(element.get("href") or "", base=self.base), element.get("href"))
        if tag == "q":
            return self.quote(element)
        if tag == "mark":
            return lambda: self.select(start)
        return lambda: None

    def linked(self, start: Spot, href: str, said: str | None = None) -> None:
        """Note a link on the words since `start`; one that was `said` to lead somewhere else than to a page is dead."""
        end = self.sheet.end()
        if href and end > start:
            self.links.append(Link(start, end, href))
        elif said and end > start and not said.startswith("#"):
            self.dead.append(Link(start, end, said))

    def cited(self, element: etree._Element) -> str:
        return address(element.get("cite") or "", base=self.base) if element.tag in ("blockquote", "q") else ""

    def quote(self, element: etree._Element) -> Leave:
        """A quotation in a line gets the marks that a browser would show."""
        opening, closing = "“”" if self.quoted % 2 == 0 else "‘’"
        self.quoted += 1
        self.sheet.write(opening)
        start = self.sheet.spot()

        def leave() -> None:
            self.linked(start, self.cited(element))
            self.sheet.write(closing)
            self.quoted -= 1

        return leave

    def select(self, start: Spot) -> None:
        self.selected = (start, self.sheet.end())

    def changed(self, element: etree._Element) -> bool:
        """Note a tracked change; whether its words stay in the text. What was remarked on words that go is kept."""
        kind: Literal["insertion", "deletion"] = "insertion" if element.tag == "ins" else "deletion"
        words = words_of(element)
        if words:
            self.changes.append(Change(kind, "", None, words))
        stays = (kind == "insertion") != self.rejected
        if not stays:
            self.lost.count(TAKEN, words, only_words=True)
        for inner in () if stays else element.iter():
            body = self.margin.marks.get(inner)
            if body or inner.tag == REMARK:
                said = Note(words_of(inner), kind="inline") if body is None else body.note()
                self.notes.append(replace(said, end=self.sheet.end(), cut=True, quote=words))
        return stays

    def marked(self, body: Body) -> None:
        """A note's mark. Google gives each message of a thread a mark of its own: those at one place are a thread."""
        spot = self.sheet.end()
        last = self.notes[-1] if self.notes else None
        if body.kind == "comment" and last and last.kind == "comment" and last.end == spot:
            self.notes[-1] = replace(last, replies=(*last.replies, Reply(body.text, links=body.links)))
        else:
            self.notes.append(replace(body.note(), end=spot))

    def remarked(self, element: etree._Element) -> None:
        """A remark between the words: about the highlighted ones right before it, or the sentence it stands in."""
        spot = self.sheet.end()
        start = self.selected[0] if self.selected and self.selected[1] == spot else None
        self.notes.append(Note(words_of(element), kind="inline", start=start, end=spot))
