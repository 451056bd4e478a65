"""How the parts of a .docx point to one another, and out of it."""

import posixpath
from typing import NamedTuple

from newsroom.formats.document import Unreadable
from newsroom.formats.docx.package import Package

CONTENTS = "[Content_Types].xml"


class Target(NamedTuple):
    """Where a relationship leads: its kind (the last word of its type), an address or the name of a part."""

    kind: str
    name: str
    outside: bool


def relationships(package: Package, part: str = "") -> dict[str, Target]:
    """The relationships of a part, of the package itself without one, by id; none when it has no list of them."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return {}
    found = {}
    for element in package.part(listed).iter("rel:Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        outside, target = element.get("TargetMode") == "External", element.get("Target", "")
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[element.get("Id", "")] = Target(kind, target, outside)
    return found


def parts(package: Package, related: dict[str, Target], kind: str) -> list[str]:
    """The names of the parts of a kind that are there, in the order listed."""
    return [to.name for to in related.values() if to.kind == kind and not to.outside and to.name in package]


def main_part(package: Package) -> str:
    """The name of the part with the story in it; `Unreadable` when there is none."""
    for name in parts(package, relationships(package), "officeDocument"):
        if CONTENTS in package:
            return name
    raise Unreadable("no-word-document")
