"""What each element of HTML is to a story."""

import re

from lxml import etree

from newsroom.formats.html.margin import HEADINGS
from newsroom.formats.html.sheet import Where
from newsroom.formats.html.tree import classes

TYPES = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list item"),
    **dict.fromkeys(("td", "th"), "table cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
# These part blocks, and the words in them are of whatever they stand in.
PARTING = {
    *("html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "pre"),
    *("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "figure", "details", "summary", "center", "hr"),
    *("form", "fieldset", "legend", "hgroup", "search", "menu", "dialog"),
}
SILENT = {"head", "script", "style", "template", "noscript", "title", "meta", "link", "base", "param", "source", "rp"}
LOST = {
    **dict.fromkeys(("img", "svg", "canvas"), "images"),
    **dict.fromkeys(("video", "audio", "iframe", "embed", "object", "applet", "frame", "frameset"), "embedded media"),
    **dict.fromkeys(("input", "select", "textarea", "button", "option", "datalist"), "form fields"),
    "math": "equations",
    "rt": "readings above the line",
}
OUTSIDE = {"nav", "footer", "aside", "dialog", "search"}
DECKS = {"deck", "dek", "standfirst", "subtitle", "sub-title", "subheadline", "subhead", "article-deck"}
PULLED = {"pullquote", "pull-quote", "pulled-quote", "wp-block-pullquote"}
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(UNSEEN.search((element.get("style") or "")[:1000]))


def is_pulled(element: etree._Element) -> bool:
    return bool(PULLED & classes(element))


def is_outside(element: etree._Element) -> bool:
    """Whether an element holds what stands around a story. A pull quote in an aside is part of it.

    Google Docs writes a document's header and footer as the first and last division of its body.
    """
    home = element.getparent()
    if element.tag == "div" and home is not None and home.tag == "body" and "doc-content" in classes(home):
        return element.getprevious() is None or element.getnext() is None
    if element.tag not in OUTSIDE or is_pulled(element):
        return False
    return not any(is_pulled(child) for child in element) and not any(
        up.tag == "blockquote" for up in element.iterancestors()
    )


def place_of(element: etree._Element, where: Where) -> Where:
    """What the words of an element that parts blocks belong to, in view of what it stands in."""
    tag, names = element.tag, classes(element)
    if tag == "h1" or (tag == "p" and "title" in names):
        return Where("headline", "heading")
    if where.part == "body" and (DECKS & names or element.get("itemprop") == "alternativeHeadline"):
        return Where("deck", "paragraph")
    if is_pulled(element) and not where.part.startswith("pull quote"):
        return Where("pull quote", "quote")
    if TYPES.get(tag) == "caption":
        return Where("caption", "caption")
    if tag == "pre":
        return where._replace(kept=True)
    return where._replace(type=TYPES.get(tag, where.type)) if where.part == "body" else where
