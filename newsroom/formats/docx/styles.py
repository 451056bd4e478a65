"""What a paragraph is, by its style's name, its list or its place in the outline."""

import re
from xml.etree.ElementTree import Element

from newsroom.formats.docx.trees import below

# Built-in styles keep their English names in every language of the word processor; the ids do not.
NAMES = (
    ("title", re.compile(r"title|headline")),
    ("deck", re.compile(r"subtitle|deck|standfirst")),
    ("heading", re.compile(r"(?:toc )?heading ?\d?")),
    ("caption", re.compile(r"(?:image |table )?caption")),
    ("pull quote", re.compile(r"pull[ -]?quote")),
    ("quote", re.compile(r"(?:intense )?quote|quotations|block ?(?:text|quote|quotation)")),
    ("list item", re.compile(r"list ?(?:bullet|number)(?: ?\d)?")),
)
DEEPEST = 10


class Styles:
    """The paragraph styles of a document, none of them without its part."""

    def __init__(self, root: Element | None = None) -> None:
        styles = root.iter("w:style") if root is not None else ()
        self.styles = {style.get("w:styleId", ""): style for style in styles}

    def look(self, properties: Element | None) -> str:
        """What a paragraph with these properties is: "paragraph", or the first in `NAMES` that fits."""
        own = [properties] if properties is not None else []
        style = value(properties, "w:pStyle")
        chain = list(self.chain(style))
        for _element, name in chain:
            for look, pattern in NAMES:
                if pattern.fullmatch(name.lower()):
                    return look
        layers = [*own, *(layer for element, _ in chain if (layer := element.find("w:pPr")) is not None)]
        if first(layers, "w:outlineLvl") in {*"012345678"}:
            return "heading"
        return "list item" if first(layers, "w:numPr", "w:numId") not in ("", "0") else "paragraph"

    def chain(self, style: str) -> list[tuple[Element, str]]:
        """A style and those that it is based on, nearest first, with the names that they are known by."""
        found: list[tuple[Element, str]] = []
        while style and len(found) < DEEPEST:
            element = self.styles.get(style, Element("w:style"))
            found.append((element, value(element, "w:name") or style))
            style = value(element, "w:basedOn")
        return found


def value(element: Element | None, *path: str) -> str:
    """The value of an element below another, "" without one."""
    found = below(element, *path)
    return found.get("w:val", "") if found is not None else ""


def first(layers: list[Element], *path: str) -> str:
    return next((found for layer in layers if (found := value(layer, *path))), "")
