"""HTML to a document: text and structure are taken from it, nothing that acts or loads."""

from newsroom.formats.html.charset import meant
from newsroom.formats.html.reading import parse, read, recognised

__all__ = ["meant", "parse", "read", "recognised"]
