"""One story of a .docx, the body or a note: from its elements to blocks, with the marks and links on their words."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from newsroom.formats.docx.changes import FORMATTING, KINDS
from newsroom.formats.docx.fields import Fields
from newsroom.formats.docx.losses import branch, drawn, inside
from newsroom.formats.docx.marks import Mark, Marks, Point
from newsroom.formats.docx.reading import Block, Reading
from newsroom.formats.docx.relationships import Target
from newsroom.formats.docx.styles import value
from newsroom.formats.docx.trees import below
from newsroom.formats.html.addresses import address
from newsroom.formats.notes import Link
from newsroom.formats.raising import raised
from newsroom.text.places import Spot

OFF = {"0", "false", "off"}


class Story:
    """Reads elements into `blocks`; all words that don't come in end up with the reading's changes or losses."""

    def __init__(self, reading: Reading, related: dict[str, Target]) -> None:
        self.reading, self.related = reading, related
        self.blocks: list[Block] = []
        self.marks = Marks()
        self.links: list[Link] = []
        self.fields = Fields()
        self.gone: list[str] = []
        self.cut: list[Mark] = []
        self.kept = 0  # visible characters
        self.said = 0  # pieces of text, kept or not
        self.changed_at = -1  # what `said` was when the last change ended
        self.cells = 0
        self.joining = self.hidden = self.up = False

    # --- Where reading has come to, and what it adds ---

    @property
    def block(self) -> Block:
        if not self.blocks:
            self.blocks.append(Block("paragraph"))
        return self.blocks[-1]

    @property
    def spot(self) -> Spot:
        return Spot(max(0, len(self.blocks) - 1), self.block.length)

    @property
    def point(self) -> Point:
        return Point(self.spot, self.kept, len(self.gone))

    @property
    def text(self) -> str:
        """All words, a line for each paragraph."""
        return "\n".join(filter(None, (block.text.strip() for block in self.blocks)))

    def say(self, text: str) -> None:
        """Words met in the file: into the block, unless they are code, dropped by a change, or hidden."""
        self.reading.count(text)
        self.said += 1
        text = raised(text) if self.up else text
        changes, losses = self.reading.changes, self.reading.losses
        if self.fields.coding:
            losses.add("field codes", text)
            return
        changes.say(text)
        if changes.dropping:
            self.gone.append(text)
        elif self.hidden:
            losses.add("hidden text", text)
        else:
            self.block.add(text)
            self.kept += len(text) - text.count(" ")

    def lose(self, kind: str, words: str = "") -> None:
        """Count something that can't come in; what a change has taken out of the story is no loss."""
        self.reading.count(words)
        if not self.reading.changes.dropping:
            self.reading.losses.add(kind, words)

    # --- Elements ---

    def walk(self, element: Element) -> None:
        for child in element:
            self.visit(child)

    def visit(self, element: Element) -> None:
        """Read one element: by its row in `READERS`, by its looks, or for what is inside."""
        reader = READERS.get(element.tag)
        if reader:
            reader(self, element)
        elif element.tag in KINDS:
            self.change(element, element)
        elif element.tag.endswith(("Pr", "PrEx")):
            for change in element.iter():
                if change.tag in FORMATTING:
                    self.reading.changes.add(change)
        else:
            self.walk(element)

    def change(self, change: Element, element: Element) -> None:
        """Read an element within the tracked change that it, or its properties, are."""
        gone, cut = len(self.gone), len(self.cut)
        with self.reading.changes.within(change, joined=self.said == self.changed_at):
            self.walk(element)
        self.changed_at = self.said
        for mark in self.cut[cut:]:
            mark.quote = mark.quote or "".join(self.gone[gone:]).strip()

    def paragraph(self, element: Element) -> None:
        properties = element.find("w:pPr")
        look = self.reading.styles.look(properties)
        look = "table cell" if self.cells and look in ("paragraph", "list item") else look
        if self.joining:
            self.block.look = look
        else:
            self.blocks.append(Block(look))
        self.joining = False
        self.walk(element)
        marked = below(properties, "w:rPr")
        for mark in marked if marked is not None else ():
            if mark.tag in KINDS:
                self.joining |= self.reading.changes.mark(mark, joined=self.said == self.changed_at)
                self.changed_at = self.said

    def run(self, element: Element) -> None:
        hidden = below(element, "w:rPr", "w:vanish")
        self.hidden = hidden is not None and hidden.get("w:val", "1") not in OFF
        self.up = value(element, "w:rPr", "w:vertAlign") == "superscript"
        for child in element:
            self.visit(child)
            if child.get("w:customMarkFollows", "0") not in OFF:
                break  # the words that follow are the mark of a note
        self.hidden = self.up = False

    def table(self, element: Element) -> None:
        self.joining = False
        self.walk(element)
        self.joining = False

    def row(self, element: Element) -> None:
        self.changed(element, element.find("w:trPr"))

    def cell(self, element: Element) -> None:
        self.cells += 1
        self.joining = False
        self.changed(element, element.find("w:tcPr"))
        self.joining = False
        self.cells -= 1

    def changed(self, element: Element, properties: Element | None) -> None:
        """Read a row or cell, within the change that inserted or deleted the whole of it."""
        for change in properties if properties is not None else ():
            if change.tag in KINDS:
                self.change(change, element)
                return
        self.walk(element)

    def hyperlink(self, element: Element) -> None:
        start = self.point
        self.walk(element)
        to = self.related.get(element.get("r:id", ""))
        if to is not None and to.outside:
            self.link(start, to.name)

    def link(self, start: Point, href: str) -> None:
        """Note a link on the words since `start`; without words, or to what is no page, it is a loss."""
        self.reading.count(href)
        to = address(href)
        if to and start.spot < self.spot:
            self.links.append(Link(start.spot, self.spot, to))
        elif start.spot < self.spot or start.gone == len(self.gone):  # else a change took its words
            self.lose("links", href)

    def field(self, element: Element) -> None:
        kind = element.get("w:fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate(self.point)
        elif kind == "end":
            self.end_field()

    def end_field(self) -> None:
        ended = self.fields.end()
        if ended and ended.start and ended.address:
            self.link(ended.start, ended.address)

    def simple_field(self, element: Element) -> None:
        self.fields.begin()
        self.fields.code(element.get("w:instr", ""))
        self.fields.separate(self.point)
        self.walk(element)
        self.end_field()

    def control(self, element: Element) -> None:
        """A content control: what was filled in; the words that ask for it are not the story's."""
        if below(element, "w:sdtPr", "w:showingPlcHdr") is None:
            self.walk(element)
            return
        self.lose("empty form fields", self.aside(element).text)

    def graphic(self, element: Element) -> None:
        """A drawing: words in it are lost as a text box, one without words as what it shows."""
        boxes = [self.aside(part).text for part in inside(element) if part.tag == "w:txbxContent"]
        for words in filter(None, boxes):
            self.lose("text boxes", words)
        if not any(boxes):
            kind, described = drawn(element)
            self.lose(kind, f"{described} {self.labels(element)}".strip())

    def labels(self, graphic: Element) -> str:
        """The words of the chart or diagram that a drawing shows, which stand in a part of their own."""
        ids = (part.get(name, "") for part in inside(graphic) for name in ("r:id", "r:dm"))
        return " ".join(self.reading.labels.get(self.related[ident].name, "") for ident in ids if ident in self.related)

    def aside(self, element: Element) -> "Story":
        """Read something that does not come in: its words and links are lost, its notes stand where it stood."""
        aside = Story(self.reading, self.related)
        aside.walk(element)
        self.marks.adopt(aside.marks, self.spot)
        for link in aside.links:
            self.lose("links", link.href)
        return aside

    # --- Marks of comments and notes ---

    def comment_opens(self, element: Element) -> None:
        mark = self.marks.of("comment", element.get("w:id", ""))
        if mark.opens is None or not self.reading.changes.dropping:  # words that moved may carry it twice
            mark.opens = self.point

    def comment_closes(self, element: Element) -> None:
        mark = self.marks.of("comment", element.get("w:id", ""))
        if mark.closes is None or not self.reading.changes.dropping:
            mark.closes = self.point

    def reference(self, element: Element) -> None:
        """The mark of a comment, footnote or endnote."""
        mark = self.marks.of(element.tag.removeprefix("w:").removesuffix("Reference"), element.get("w:id", ""))
        if mark.spot is None:
            mark.spot, mark.cut = self.spot, self.reading.changes.dropping
            self.cut += [mark] * mark.cut


def says(text: str) -> Callable[[Story, Element], None]:
    return lambda story, _element: story.say(text)


def loses(kind: str) -> Callable[[Story, Element], None]:
    """A reader that counts an element as lost, with the words in it."""
    return lambda story, element: story.lose(kind, "".join(element.itertext()))


READERS: dict[str, Callable[[Story, Element], None]] = {
    "w:p": Story.paragraph,
    "w:r": Story.run,
    "w:t": lambda story, element: story.say(element.text or ""),
    "w:delText": lambda story, element: story.say(element.text or ""),
    "w:instrText": lambda story, element: story.fields.code(element.text or ""),
    "w:delInstrText": lambda story, element: story.fields.code(element.text or ""),
    "w:tab": says("\t"),
    "w:ptab": says("\t"),
    "w:br": says("\n"),
    "w:cr": says("\n"),
    "w:noBreakHyphen": says("\u2011"),
    "w:sym": lambda story, element: story.lose("symbols", f"{element.get('w:font', '')} {element.get('w:char', '')}"),
    "w:fldChar": Story.field,
    "w:fldSimple": Story.simple_field,
    "w:hyperlink": Story.hyperlink,
    "w:tbl": Story.table,
    "w:tr": Story.row,
    "w:tc": Story.cell,
    "w:sdt": Story.control,
    "w:drawing": Story.graphic,
    "w:pict": Story.graphic,
    "w:object": Story.graphic,
    "w:contentPart": loses("drawings"),
    "w:altChunk": loses("embedded documents"),
    "w:subDoc": loses("embedded documents"),
    "w:rt": loses("readings above the line"),
    "m:oMath": loses("equations"),
    "m:oMathPara": loses("equations"),
    "mc:AlternateContent": lambda story, element: story.walk(branch(element)),
    "w:commentRangeStart": Story.comment_opens,
    "w:commentRangeEnd": Story.comment_closes,
    "w:commentReference": Story.reference,
    "w:footnoteReference": Story.reference,
    "w:endnoteReference": Story.reference,
}
