"""A document as plain values and back, so that it can wait in a form until somebody says that it may come in."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from newsroom.formats.document import Document, Piece
from newsroom.formats.notes import Change, Link, Loss, Note, Reply
from newsroom.text.places import Spot


def pack(document: Document) -> dict[str, Any]:
    """The document as lists, numbers and strings."""
    values = asdict(document)
    values["changes"] = [change._replace(date=written(change.date)) for change in document.changes]
    for note in values["notes"]:
        for said in (note, *note["replies"]):
            said["date"] = written(said["date"])
    return {**values, "date": document.date.isoformat() if document.date else None}


def written(moment: datetime.datetime | None) -> Any:
    return moment.isoformat() if moment else None


def unpack(values: Mapping[str, Any]) -> Document:
    """The document that was packed; any error means that something else was."""
    return Document(
        headline=values["headline"],
        date=datetime.date.fromisoformat(values["date"]) if values["date"] else None,
        pieces=tuple(Piece(*piece) for piece in values["pieces"]),
        losses=tuple(Loss(loss["kind"], loss["count"], tuple(loss["words"])) for loss in values["losses"]),
        notes=tuple(note(said) for said in values["notes"]),
        links=tuple(Link(Spot(*start), Spot(*end), href) for start, end, href in values["links"]),
        changes=tuple(Change(kind, author, moment(at), text) for kind, author, at, text in values["changes"]),
        byline=values["byline"],
        rejected=values["rejected"],
    )


def moment(text: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(text) if text else None


def reply(said: Mapping[str, Any]) -> dict[str, Any]:
    return {**said, "date": moment(said["date"]), "links": tuple(said["links"])}


def note(said: Mapping[str, Any]) -> Note:
    places = {name: Spot(*said[name]) if said[name] else None for name in ("start", "end")}
    return Note(**{**reply(said), **places, "replies": tuple(Reply(**reply(answer)) for answer in said["replies"])})
