"""Word documents (.docx): text, comments, notes and tracked changes, read by our own reader (FORMATS §3)."""

from dataclasses import replace

from newsroom.formats.archive import START
from newsroom.formats.document import Document, Unreadable
from newsroom.formats.docx.comments import comments
from newsroom.formats.docx.footnotes import footnotes
from newsroom.formats.docx.layout import Layout, lay_out
from newsroom.formats.docx.losses import labels
from newsroom.formats.docx.package import Package
from newsroom.formats.docx.reading import Reading
from newsroom.formats.docx.relationships import CONTENTS, main_part, parts, relationships
from newsroom.formats.docx.story import Story
from newsroom.formats.docx.styles import Styles
from newsroom.formats.notes import TAKEN, Link, Note
from newsroom.text.places import Spot

MOST_NOTES = 5_000


def recognised(data: bytes) -> bool:
    """Whether the bytes are a zip with the list of contents that a .docx has."""
    return data.startswith(START) and CONTENTS.encode() in data


def read(data: bytes, *, encoding: str | None = None, rejected: bool = False) -> Document:  # noqa: ARG001
    """The story in a .docx with its notes; tracked changes are read as accepted, or as `rejected`.

    Nothing is fetched, written or run. `Unreadable` says why a file is refused: it is no Word document, damaged,
    has a password, macros, a document type or parts that lead out of it, or unpacks to more than a story can be.
    Readers are asked alike, but a .docx says itself how its words are encoded: `encoding` changes nothing.
    """
    package = Package(data)
    name = main_part(package)
    related = relationships(package, name)
    root = package.part(name)
    if root.tag != "w:document":
        raise Unreadable("no-word-document")
    styles = [package.part(part) for part in parts(package, related, "styles")]
    reading = Reading(Styles(*styles[:1]), rejected=rejected)
    for part in (*parts(package, related, "chart"), *parts(package, related, "diagramData")):
        reading.labels[part] = labels(package.part(part))
    story = Story(reading, related)
    story.walk(root)
    layout = lay_out(story.blocks)
    if not (layout.headline or layout.pieces):
        raise Unreadable("empty")
    notes = placed(package, story, layout)
    links = tuple(Link(layout.moved(start), layout.moved(end), href) for start, end, href in story.links)
    if len(notes) + len(links) > MOST_NOTES:
        raise Unreadable("too-many-notes", limit=MOST_NOTES)
    margins(package, story)
    for words in reading.changes.lost():
        reading.losses.add(TAKEN, words)
    changes, losses = reading.changes.listed(), reading.losses.listed()
    return Document(layout.headline, layout.date, layout.pieces, losses, notes, links, changes, rejected=rejected)


def placed(package: Package, story: Story, layout: Layout) -> tuple[Note, ...]:
    """The notes with their places in the headline and pieces, in the order of these; those marked nowhere come last."""
    found = [*footnotes(package, story.related, story.reading, story.marks)]
    found += comments(package, story.related, story.reading)
    notes = []
    for number, note in found:
        place = story.marks.of(note.kind, number).place(story.gone)
        start, end = (spot and layout.moved(spot) for spot in (place.start, place.end))
        notes.append(replace(note, start=start, end=end, cut=place.cut, quote=place.quote))
    return tuple(sorted(notes, key=order))


def order(note: Note) -> tuple[bool, Spot, Spot]:
    """What notes are sorted by: where they begin, then where they end."""
    nowhere = Spot(0, 0)
    return note.end is None, note.start or note.end or nowhere, note.end or nowhere


def margins(package: Package, story: Story) -> None:
    """Count what stands in headers and footers: it is no part of the story."""
    for kind in ("header", "footer"):
        for name in parts(package, story.related, kind):
            margin = Story(story.reading, relationships(package, name))
            margin.walk(package.part(name))
            if margin.text:
                story.lose(f"{kind}s", margin.text)
