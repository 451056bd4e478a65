"""Which reader takes a file: what the bytes are, and what the name says they are, must agree."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple, Protocol

from newsroom.formats import plain
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
FORMATS = (Format("plain text", (".txt", ".text"), plain.read),)
ENDINGS = tuple(ending for format in FORMATS for ending in format.endings)

# What people try, with how each begins, and what to do instead.
OTHERS = (
    (b"%PDF-", "This is a PDF, which keeps no paragraphs: ask for the file it was made from, or paste its words."),
    (b"\xd0\xcf\x11\xe0", "This is a Word file of the old kind (.doc) or one with a password: save it as .docx."),
    (b"{\\rtf", "This is a Rich Text file: save it as .docx."),
)


def choose(data: bytes, name: str) -> Format:
    """The format of a file, by its bytes and the ending of its name; `Unreadable` says why there is none."""
    for start, refusal in OTHERS:
        if data.startswith(start):
            raise Unreadable(refusal)
    ending = PurePath(name).suffix.lower()
    named = next((format for format in FORMATS if ending in format.endings), None)
    seen = next((format for format in FORMATS if format.recognises and format.recognises(data)), None)
    if named is None:
        raise Unreadable(f"Save it as {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}, or paste its words.")
    if seen and seen is not named:
        raise Unreadable(f"This is {seen.name}, but its name ends in {ending}: let it end in {seen.endings[0]}.")
    return named


def read(data: bytes, *, name: str, encoding: str | None = None, rejected: bool = False) -> Document:
    """The story in a file, by the reader of its format."""
    return choose(data, name).read(data, encoding=encoding, rejected=rejected)
