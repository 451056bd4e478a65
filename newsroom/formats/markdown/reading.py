"""Markdown to a document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from newsroom.formats import html
from newsroom.formats.decoding import decode
from newsroom.formats.document import Document, Unreadable
from newsroom.formats.markdown.critic import critic
from newsroom.formats.markdown.front import front
from newsroom.formats.notes import Loss

# A parser in Python takes its time over each of these; a long story has a tenth of them.
LINES, BRACKETS, MARKS = 20_000, 2_500, 30_000
DEEPEST = 90  # the parser stops silently at 100
DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*(.*)$", re.MULTILINE)


def read(data: bytes, *, encoding: str | None = None, rejected: bool = False) -> Document:
    """The story in a Markdown file; `Unreadable` says why there is none."""
    return parse(decode(data, encoding=encoding), rejected=rejected)


def parse(text: str, *, rejected: bool = False) -> Document:
    """The story in Markdown: its blocks, footnotes, remarks, changes and links; HTML in it goes the way of HTML."""
    head, text = front(text)
    check(text)
    parser = MarkdownIt("js-default", {"html": True}).use(footnote_plugin).use(critic)
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    if max((token.level for token in tokens), default=0) > DEEPEST:
        raise Unreadable("markdown-depth")
    document = html.parse(
        parser.renderer.render(tokens, parser.options, env) or "<p></p>", rejected=rejected, title=head.title
    )
    return replace(
        document,
        date=document.date or head.date,
        byline=head.byline or document.byline,
        losses=(*document.losses, *head.losses, *unmarked(text, env)),
    )


def check(text: str) -> None:
    """Refuse what no story has and the parser would take long over."""
    if text.count("\n") > LINES:
        raise Unreadable("markdown-lines", limit=LINES)
    if max(map(text.count, "[{")) > BRACKETS or sum(map(text.count, "*_`<&|~>")) > MARKS:
        raise Unreadable("markdown-signs")
    if not text.strip():
        raise Unreadable("empty")


def unmarked(text: str, env: dict[str, Any]) -> Sequence[Loss]:
    """Footnotes that no mark in the text leads to."""
    marks = env.get("footnotes", {}).get("refs", {})
    lost = [words for name, words in DEFINED.findall(text) if marks.get(f":{name}", -1) < 0]
    return [Loss("footnotes without a mark", len(lost), tuple(filter(None, lost)))] if lost else []
