"""Which blocks of a web page are its story, and what the page says of it: trafilatura judges, the blocks are ours."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from newsroom.formats.document import Piece

SIGNS = "//nav|//footer|//aside|//article|//main|//iframe|//script[@src]|//meta[@property]|//link[@rel='stylesheet']"
MOST = 8_000  # elements that trafilatura is given; a hostile page can make it slow
WITHIN = {"ul", "ol", "li", "dl", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote"}
LOOSE = re.compile(r"\W+")


class Said(NamedTuple):
    """What a page says of its story, "" and None where it says nothing."""

    title: str = ""
    byline: str = ""
    date: datetime.date | None = None


def is_page(root: etree._Element) -> bool:
    """Whether the file looks like a page of a site, with more in it than the story."""
    return bool(root.xpath(f"boolean({SIGNS})"))


def is_small(root: etree._Element) -> bool:
    return int(root.xpath("count(//*)")) <= MOST


def said(root: etree._Element) -> Said:
    """Title, byline and date from the head of a page and the usual places in its body; none is guessed from words."""
    import trafilatura  # takes half a second, which only stories in HTML should cost

    found = trafilatura.extract_metadata(deepcopy(root), extensive=False)
    try:
        date = datetime.date.fromisoformat(found.date or "")
    except ValueError:
        date = None
    return Said(found.title or "", ", ".join((found.author or "").split("; ")), date)


def story(root: etree._Element, pieces: Sequence[Piece], homes: Sequence[etree._Element | None]) -> list[bool]:
    """Which of the blocks are the story: those that trafilatura keeps and what stands between and beside them.

    A lost quote is worse than a line too much, so a block goes with its kept siblings. All, where nothing is kept.
    """
    import trafilatura  # as above

    found = trafilatura.bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return [True] * len(pieces)
    whole = folded("".join(body.itertext()))
    lines = {folded("".join(element.itertext())) for element in body.iter()} if len(whole) < 200_000 else set()
    kept = [is_in(folded(piece.text), lines, whole) for piece in pieces]
    families = Counter(home for home, keep in zip(homes, kept, strict=True) if keep)
    if not families:
        return [True] * len(pieces)
    large = {home for home, count in families.items() if count >= 2 or len(families) == 1}
    return [
        keep or family(home) in large or home in large or piece.part not in ("body", "headline")
        for piece, home, keep in zip(pieces, homes, kept, strict=True)
    ]


def family(home: etree._Element | None) -> etree._Element | None:
    """What lists, tables and quotations stand in: their blocks are siblings of the paragraphs around them."""
    while home is not None and home.tag in WITHIN:
        home = home.getparent()
    return home


def is_in(text: str, lines: set[str], whole: str) -> bool:
    return text in lines or (len(text) >= 25 and text in whole)


def folded(text: str) -> str:
    """Words as two readers would both write them: without marks and white space."""
    return LOOSE.sub("", text).casefold()
