"""The footnotes and endnotes of a .docx, without the lines that part them from the page."""

from collections.abc import Iterator
from typing import Literal

from newsroom.formats.docx.marks import Marks
from newsroom.formats.docx.package import Package
from newsroom.formats.docx.reading import Reading
from newsroom.formats.docx.relationships import Target, parts, relationships
from newsroom.formats.docx.story import Story
from newsroom.formats.notes import Note

FURNITURE = {"separator", "continuationSeparator", "continuationNotice"}
KINDS: tuple[Literal["footnote", "endnote"], ...] = ("footnote", "endnote")


def footnotes(
    package: Package, related: dict[str, Target], reading: Reading, marks: Marks
) -> Iterator[tuple[str, Note]]:
    """Each note's id and the note without its place; comments on words of a note get the place of its mark."""
    for kind in KINDS:
        for name in parts(package, related, f"{kind}s")[:1]:
            own = relationships(package, name)
            for element in package.part(name).iter(f"w:{kind}"):
                if element.get("w:type") in FURNITURE:
                    continue
                story, number = Story(reading, own), element.get("w:id", "")
                story.walk(element)
                marks.adopt(story.marks, marks.of(kind, number).spot)
                yield number, Note(story.text, kind=kind, links=tuple(link.href for link in story.links))
