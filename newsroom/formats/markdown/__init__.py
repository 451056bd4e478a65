"""Markdown to a document: CommonMark with tables, footnotes and CriticMarkup, by way of HTML."""

from newsroom.formats.markdown.reading import parse, read

__all__ = ["parse", "read"]
