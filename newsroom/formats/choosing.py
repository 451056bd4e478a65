"""Which reader takes a file: what the bytes are, and what the name says they are, must agree."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple, Protocol

from newsroom.formats import docx, google, html, markdown, plain
from newsroom.formats.document import Document, Unreadable


class Reader(Protocol):
    """Bytes to document. Tracked changes are read as accepted, or as `rejected`; a format without any minds neither."""

    def __call__(self, data: bytes, *, encoding: str | None = None, rejected: bool = False) -> Document: ...


class Format(NamedTuple):
    """One row of the table: what people call the format, its endings, its reader, whether bytes are surely of it."""

    name: str
    endings: tuple[str, ...]
    read: Reader
    recognises: Callable[[bytes], bool] | None = None


# A format is brought in by its row here, and nowhere else.
FORMATS = (
    Format("Word", (".docx",), docx.read, docx.recognised),
    Format("HTML", (".html", ".htm", ".xhtml"), html.read, html.recognised),
    Format("Google Docs’ web page", (".zip",), google.read),
    Format("Markdown", (".md", ".markdown"), markdown.read),
    Format("plain text", (".txt", ".text"), plain.read),
)
ENDINGS = tuple(ending for format in FORMATS for ending in format.endings)

LARGEST = 25_000_000  # bytes of a file, most of them pictures; each reader has its own bounds within that

# What else people try, by how it begins.
OTHERS = {b"%PDF-": "pdf", b"\xd0\xcf\x11\xe0": "old-word", b"{\\rtf": "rich-text"}


def choose(data: bytes, name: str) -> Format:
    """The format of a file, by its bytes and the ending of its name; `Unreadable` says why there is none."""
    for start, code in OTHERS.items():
        if data.startswith(start):
            raise Unreadable(code)
    ending = PurePath(name).suffix.lower()
    named = next((format for format in FORMATS if ending in format.endings), None)
    seen = next((format for format in FORMATS if format.recognises and format.recognises(data)), None)
    if named is None:
        raise Unreadable("no-format", endings=", ".join(ENDINGS))
    if seen and seen is not named:
        raise Unreadable("other-format", name=seen.name, ending=ending, endings=seen.endings[0])
    return named


def read(data: bytes, *, name: str, encoding: str | None = None, rejected: bool = False) -> Document:
    """The story in a file, by the reader of its format."""
    return choose(data, name).read(data, encoding=encoding, rejected=rejected)
