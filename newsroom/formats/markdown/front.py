"""What stands before the text of a Markdown file: `title: …`, `author: …`, `date: …` between two lines of dashes."""

import datetime
import re
from typing import NamedTuple

from newsroom.formats.notes import Loss

FENCED = re.compile(
    r"\A\ufeff?---[ \t]*\n((?:[ \t]*\n|#.*\n|[\w-]+:.*\n|[ \t]+.*\n|-[ \t].*\n){1,200})(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
FIELD = re.compile(r"([\w-]+):[ \t]*(.*)")


class Front(NamedTuple):
    title: str = ""
    byline: str = ""
    date: datetime.date | None = None
    losses: tuple[Loss, ...] = ()


def front(text: str) -> tuple[Front, str]:
    """The fields before a text and the text without them; those that the desk has no place for are losses."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = FENCED.match(text)
    if not found:
        return Front(), text
    fields: dict[str, str] = {}
    name = ""
    for line in found[1].splitlines():
        field = FIELD.match(line)
        if field:
            name, fields[field[1].lower()] = field[1].lower(), field[2].strip().strip("\"'")
        elif name and line.strip():
            fields[name] = f"{fields[name]} {line.strip(' -')}".strip()
    title, byline = (first(fields, names) for names in (("title", "headline"), ("byline", "author", "authors")))
    date = day(first(fields, ("date",)))
    lost = tuple(f"{name}: {words}" for name, words in fields.items() if words)
    losses = (Loss("fields before the text", len(lost), lost),) if lost else ()
    return Front(title, byline, date, losses), text[found.end() :]


def first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    """The words of the first of these fields that has any; it is then taken."""
    return next((fields.pop(name) for name in names if fields.get(name)), "")


def day(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words[:10])
    except ValueError:
        return None
