"""What a .docx holds and a text can't: counted by class, with its words."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from newsroom.formats.notes import Loss

# What the newer branch of an alternative may ask for and still be read; else the older one serves.
UNDERSTOOD = {"wps", "wpg", "wpc", "wp14", "w14", "w15"}


class Losses:
    """The losses so far, by class in the order met."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}

    def add(self, kind: str, words: str = "") -> None:
        self.found.setdefault(kind, []).append(" ".join(words.split()))

    def listed(self) -> tuple[Loss, ...]:
        return tuple(Loss(kind, len(words), tuple(filter(None, words))) for kind, words in self.found.items())


def branch(alternative: Element) -> Element:
    """The one branch of an `mc:AlternateContent` that is read: both say the same."""
    for choice in alternative.findall("mc:Choice"):
        if set(choice.get("Requires", "").split()) <= UNDERSTOOD:
            return choice
    older = alternative.find("mc:Fallback")
    return older if older is not None else Element("none")


def inside(element: Element) -> Iterator[Element]:
    """An element and what is in it, in order, with one branch of each alternative; text boxes are not entered."""
    yield element
    if element.tag != "w:txbxContent":
        for child in [branch(element)] if element.tag == "mc:AlternateContent" else element:
            yield from inside(child)


def labels(element: Element) -> str:
    """The words in a drawing, a chart or a diagram."""
    return " ".join(part.text for part in element.iter() if part.tag in ("a:t", "c:v") and part.text)


def drawn(graphic: Element) -> tuple[str, str]:
    """The class of a drawing without a text box, the words that describe it to those who can't see it, and its own."""
    names, described = set(), ""
    for element in inside(graphic):
        names.add(element.tag.rpartition(":")[2])
        described = described or element.get("descr") or element.get("alt") or element.get("string") or ""
    described = " ".join(filter(None, (described, labels(graphic))))
    if graphic.tag == "w:object":
        return "embedded objects", described
    if names & {"chart", "relIds"}:
        return ("charts" if "chart" in names else "diagrams"), described
    return ("images" if names & {"pic", "blip", "imagedata"} else "drawings"), described
