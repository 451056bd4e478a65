"""XML to trees, safely: no document type, hence no entities; bounded in depth, names and bytes of one tag."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from newsroom.formats.document import Unreadable

DEEPEST = 100
MOST_NAMES = 5_000
CHUNK = 1 << 16
LONGEST_TAG = 1_000_000

# Names come out as prefix:name with these prefixes, whichever prefixes the file itself chose.
OFFICE = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
PREFIXES = {
    OFFICE + "wordprocessingml/2006/main": "w",
    STRICT + "wordprocessingml/main": "w",
    OFFICE + "officeDocument/2006/relationships": "r",
    STRICT + "officeDocument/relationships": "r",
    OFFICE + "officeDocument/2006/math": "m",
    STRICT + "officeDocument/math": "m",
    OFFICE + "drawingml/2006/main": "a",
    STRICT + "drawingml/main": "a",
    OFFICE + "drawingml/2006/chart": "c",
    STRICT + "drawingml/chart": "c",
    OFFICE + "drawingml/2006/wordprocessingDrawing": "wp",
    STRICT + "drawingml/wordprocessingDrawing": "wp",
    OFFICE + "package/2006/relationships": "rel",
    OFFICE + "package/2006/content-types": "ct",
    OFFICE + "markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
    "http://schemas.microsoft.com/office/word/2018/wordml/cex": "w16cex",
    "urn:schemas-microsoft-com:vml": "v",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
WORDED = {"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t", "c:v"}


def tree(data: bytes) -> Element:
    """The tree of one part, with the text of the elements that hold words; `Unreadable` when it is unsafe or broken."""
    growing = Growing()
    try:
        for start in range(0, len(data), CHUNK):
            growing.parser.Parse(data[start : start + CHUNK])
            if start - growing.parser.CurrentByteIndex > LONGEST_TAG:
                raise Unreadable("endless-tag")
        growing.parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("damaged") from error
    return growing.builder.close()


def below(element: Element | None, *tags: str) -> Element | None:
    """What one comes to by going down from an element, tag by tag; None where one is missing."""
    for tag in tags:
        element = element.find(tag) if element is not None else None
    return element


class Growing:
    """A tree while its part is being parsed."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.names: dict[str, str] = {}
        self.open: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST or len(self.names) > MOST_NAMES:
            raise Unreadable("nested")
        names = self.names
        short = names.get(name) or self.short(name)
        self.open.append(short)
        self.builder.start(short, {names.get(key) or self.short(key): attributes[key] for key in attributes})

    def end(self, _name: str) -> None:
        self.builder.end(self.open.pop())

    def words(self, text: str) -> None:
        if self.open and self.open[-1] in WORDED:
            self.builder.data(text)

    def doctype(self, *_declared: object) -> None:
        raise Unreadable("document-type")

    def short(self, name: str) -> str:
        """`prefix:name` for the namespaces that are read; a name without one, or with another, as it stands."""
        space, _separator, local = name.rpartition(" ")
        short = self.names[name] = f"{PREFIXES.get(space, space)}:{local}" if space else name
        return short
