"""HTML to a document."""

import re

from newsroom.formats.document import Document
from newsroom.formats.html.charset import text_of
from newsroom.formats.html.flow import Flow
from newsroom.formats.html.page import Said, is_page, is_small, said, story
from newsroom.formats.html.tree import tree_of, unwritten
from newsroom.formats.titling import titled

START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognised(data: bytes) -> bool:
    """Whether bytes are surely HTML: a whole document, with or without its document type."""
    return bool(START.match(data[:4000]))


def read(data: bytes, *, encoding: str | None = None, rejected: bool = False, base: str = "") -> Document:
    """The story in an HTML file; `base` is the address it came from. `Unreadable` says why there is none."""
    return parse(text_of(data, encoding=encoding), rejected=rejected, base=base)


def parse(text: str, *, rejected: bool = False, base: str = "", title: str = "") -> Document:
    """The story in HTML: its blocks, the notes and links on them, and what could not be brought in.

    `title` is what is known of its headline from elsewhere.
    """
    root = tree_of(text)
    remarks = unwritten(root)
    flow = Flow(root, base=base, rejected=rejected)
    sheet, lost, small = flow.sheet, flow.lost, is_small(root)
    about = said(root) if small else Said()
    kept = story(root, sheet.pieces, sheet.homes) if small and is_page(root) else None
    found = titled(sheet.pieces, title=title or about.title, kept=kept)
    for old, piece in enumerate(sheet.pieces):
        if old not in found.numbers:
            lost.count("passages outside the story", " ".join(piece.text.split()))
    for link in found.links(flow.dead):
        lost.count("links", link.href)
    for remark in remarks if kept is None else ():  # in a page of a site they are its programs'
        lost.count("remarks in the source", remark)
    return Document(
        headline=found.headline,
        date=found.date or about.date,
        pieces=found.pieces,
        losses=lost.losses(),
        notes=tuple(map(found.note, flow.notes)),
        links=found.links(flow.links),
        changes=tuple(flow.changes),
        byline=about.byline,
        rejected=rejected,
    )
