"""The comments of a .docx: who said what and when, which answers which, and what is resolved."""

import datetime
from typing import NamedTuple
from xml.etree.ElementTree import Element

from newsroom.formats.docx.changes import moment
from newsroom.formats.docx.package import Package
from newsroom.formats.docx.reading import Reading
from newsroom.formats.docx.relationships import Target, parts, relationships
from newsroom.formats.docx.story import Story
from newsroom.formats.notes import Note, Reply


class Message(NamedTuple):
    """One comment as it stands in its part. `number` is what the text marks it with, `paragraph` what threads do."""

    number: str
    paragraph: str
    said: Reply


class Threads:
    """What newer parts say about the comments, by the paragraph that ends each; nothing when they are missing."""

    def __init__(self, package: Package, related: dict[str, Target]) -> None:
        def rows(kind: str, tag: str) -> list[Element]:
            return [row for name in parts(package, related, kind)[:1] for row in package.part(name).iter(tag)]

        extended = rows("commentsExtended", "w15:commentEx")
        self.parents = {row.get("w15:paraId", ""): row.get("w15:paraIdParent", "") for row in extended}
        self.done = {row.get("w15:paraId", "") for row in extended if row.get("w15:done") in ("1", "true")}
        ids = rows("commentsIds", "w16cid:commentId")
        self.ids = {row.get("w16cid:paraId", ""): row.get("w16cid:durableId", "") for row in ids}
        exact = rows("commentsExtensible", "w16cex:commentExtensible")
        self.dates = {row.get("w16cex:durableId", ""): moment(row, "w16cex:dateUtc") for row in exact}

    def root(self, paragraph: str) -> str:
        """The paragraph of the comment that began the thread; of a thread that bites its own tail, some one of it."""
        seen = {paragraph}
        while (parent := self.parents.get(paragraph, "")) and parent not in seen:
            paragraph = parent
            seen.add(parent)
        return paragraph

    def date(self, element: Element, outside: str) -> datetime.datetime | None:
        """When a comment was made: the exact time where the file has it, else the one that the comment shows."""
        return self.dates.get(outside) or moment(element)


def comments(package: Package, related: dict[str, Target], reading: Reading) -> list[tuple[str, Note]]:
    """The threads in the order of their part: the mark of each root, and the note without its place."""
    threads = Threads(package, related)
    messages = [
        message(element, relationships(package, name), threads, reading)
        for name in parts(package, related, "comments")[:1]
        for element in package.part(name).iter("w:comment")
    ]
    known = {message.paragraph for message in messages if message.paragraph}
    roots: dict[str, list[Message]] = {}
    for number, found in enumerate(messages):
        root = threads.root(found.paragraph)
        roots.setdefault(root if root in known else f"#{number}", []).append(found)
    return [thread(said, threads) for said in roots.values()]


def message(element: Element, related: dict[str, Target], threads: Threads, reading: Reading) -> Message:
    story = Story(reading, related)
    story.walk(element)
    paragraph = "".join(last.get("w14:paraId", "") for last in element.findall("w:p")[-1:])
    outside = threads.ids.get(paragraph, "")
    said = Reply(
        story.text,
        author=element.get("w:author", ""),
        date=threads.date(element, outside),
        outside=outside,
        links=tuple(link.href for link in story.links),
    )
    return Message(element.get("w:id", ""), paragraph, said)


def thread(messages: list[Message], threads: Threads) -> tuple[str, Note]:
    """One thread: the message that began it, with the others as replies, in the order of the part."""
    root = next((found for found in messages if threads.root(found.paragraph) == found.paragraph), messages[0])
    replies = tuple(found.said for found in messages if found is not root)
    note = Note(
        root.said.text,
        author=root.said.author,
        date=root.said.date,
        outside=root.said.outside,
        links=root.said.links,
        resolved=root.paragraph in threads.done,
        replies=replies,
    )
    return root.number, note
