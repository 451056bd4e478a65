"""Characters of HTML to a tree, within bounds: nothing is fetched, no entity is expanded from a file."""

import re

from lxml import etree, html

from newsroom.formats.document import Unreadable

# libxml2 compares each attribute of a tag with all before it, and where a tag ends only it knows for sure: counted is
# what may part attributes, up to the next "<". Few are free; the squares of the others are the time that it takes.
PARTS, IMAGE = re.compile(r"[\s/\"']+"), re.compile(r"data:[\w/+.-]{1,80};base64,[\w+/=]+")
FREE, MOST_SQUARED = 2_000, 500_000_000
ELEMENTS = 60_000  # a page of 12,000 words has some 2,000
# Words in and right behind these go on without a space.
INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"),
    *("mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
}

SHEETS = 200_000  # characters of style that are looked at
LIFTED = re.compile(r"\.([\w-]{1,60})\{[^{}]{0,500}?vertical-align:\s?super")


def tree_of(text: str) -> etree._Element:
    """The root of the tree; `Unreadable` when it is nested deeper than the parser follows, huge, or empty."""
    if sum(count * count for count in map(parted, text.split("<")) if count > FREE) > MOST_SQUARED:
        raise Unreadable("html-tag")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        root = None
    except etree.XMLSyntaxError as error:
        raise Unreadable("no-html") from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise Unreadable("html-depth")
    if root is None:
        raise Unreadable("empty")
    if sum(1 for _ in zip(root.iter(), range(ELEMENTS + 1), strict=False)) > ELEMENTS:
        raise Unreadable("html-size", limit=ELEMENTS)
    return root


def parted(piece: str) -> int:
    """Into how many attributes a piece of source could fall at most."""
    return len(PARTS.findall(IMAGE.sub("", piece))) if len(piece) > FREE else 0


def unwritten(root: etree._Element) -> list[str]:
    """Take what the source remarks, and no page shows, out of a tree; those of the body that no program wrote."""
    said = [" ".join((remark.text or "").split()) for remark in root.xpath("//body//comment()")]
    etree.strip_tags(root, etree.Comment)
    return [words for words in said if words and not words.startswith(("[if", "[endif", "<![endif"))]


def words_of(element: etree._Element) -> str:
    """All words inside an element on one line; blocks are a space apart."""
    words: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag not in INLINE:
            words.append(" ")
        if event == "start":
            words.append("" if part.tag in ("script", "style") else part.text or "")
        elif part is not element:
            words.append(part.tail or "")
    return " ".join("".join(words).split())


def lifted(root: etree._Element) -> frozenset[str]:
    """The classes of which the style sheets in a page raise the words: Google Docs has no other way to say so."""
    sheets = "".join(sheet.text or "" for sheet in root.iter("style"))[:SHEETS]
    return frozenset(LIFTED.findall(sheets.lower()))


def classes(element: etree._Element) -> frozenset[str]:
    """The class names of an element, in lower case."""
    return frozenset((element.get("class") or "")[:400].lower().split())
